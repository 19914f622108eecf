using System.Diagnostics.Metrics;
using Cortex.Core.Tests.Support;
using Cortex.Nango;
using Cortex.Nango.Budget;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Core.Tests.Nango.Budget;

/// <summary>How the client and the budget meet.</summary>
public sealed class NangoLimitTests
{
    private const string EmptyPage = """{"next_cursor":null,"records":[]}""";

    private const string TooMany = """{"error":{"code":"too_many_request","method":"GET","path":"/records"}}""";

    private static readonly TimeSpan None = TimeSpan.Zero;

    private readonly RecordingBudget _budget = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static RecordsQuery Query => new("p", "c", "M", null, null, null, 1);

    private static ProxyRequest Proxied => new(HttpMethod.Get, "/a", "p", "c");

    [Fact]
    public async Task Call_OfEachKind_SaysWhomItServes()
    {
        await using var bench = await StartAsync();

        await Record.ExceptionAsync(() => bench.Client.FindConnectionAsync("p", "c", CallPriority.User, Cancellation));
        Reset(CallPriority.User);
        await Record.ExceptionAsync(() => bench.Client.ListConnectionsAsync(new("u"), Cancellation));
        Reset(CallPriority.User);
        await Record.ExceptionAsync(() => bench.Client.DeleteConnectionAsync("p", "c", Cancellation));
        Reset(CallPriority.User);
        await Record.ExceptionAsync(() => bench.Client.CreateConnectSessionAsync(new("u"), null, [], Cancellation));
        Reset(CallPriority.User);
        await Record.ExceptionAsync(() => bench.Client.CreateReconnectSessionAsync(new("u"), null, "p", "c", Cancellation));
        Reset(CallPriority.User);
        await Record.ExceptionAsync(() => bench.Client.CallProviderAsync(Proxied, Cancellation));
        Reset(CallPriority.Run);
        await Record.ExceptionAsync(() => bench.Client.CallProviderAsync(Proxied with { Priority = CallPriority.Sync }, Cancellation));
        Reset(CallPriority.Sync);
        await Record.ExceptionAsync(() => bench.Client.ListRecordsAsync(Query, Cancellation));
        Reset(CallPriority.Sync);
        await Record.ExceptionAsync(() => bench.Client.ListRecordsAsync(Query with { Priority = CallPriority.Reconciliation }, Cancellation));
        Reset(CallPriority.Reconciliation);
        await Record.ExceptionAsync(() => bench.Client.TriggerSyncAsync("p", "c", [], Cancellation));
        Reset(CallPriority.Sync);
        await Record.ExceptionAsync(() => bench.Client.ListSyncsAsync("p", "c", CallPriority.Reconciliation, Cancellation));
        Reset(CallPriority.Reconciliation);

        void Reset(CallPriority expected)
        {
            Assert.NotEmpty(_budget.Taken);
            Assert.All(_budget.Taken, taken => Assert.Equal(expected, taken));
            _budget.Taken.Clear();
        }
    }

    [Fact]
    public async Task Attempt_OfARepeatedCall_TakesACallOfItsOwn()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Status(503), Reply.Reset(), Reply.Json(EmptyPage));

        await bench.Client.ListRecordsAsync(Query, Cancellation);

        Assert.Equal(3, _budget.Taken.Count);
    }

    [Fact]
    public async Task Call_ThatIsHeldBack_IsNotSentNorRepeatedAndIsCountedAsSuch()
    {
        await using var bench = await StartAsync();
        _budget.IsEmpty = true;
        List<string?> outcomes = [];
        using var listener = new MeterListener();
        var meter = bench.Services.GetRequiredService<IMeterFactory>().Create("Cortex");
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is { Name: "cortex_nango_requests" } && ReferenceEquals(instrument.Meter, meter))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => outcomes.Add(tags[0].Value?.ToString()));
        listener.Start();

        var held = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query, Cancellation));
        await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Proxied, Cancellation));

        Assert.True(held.IsHeldBack);
        Assert.Equal(TimeSpan.FromSeconds(9), held.RetryAfter);
        Assert.Empty(bench.Server.Requests);
        Assert.Equal(2, _budget.Taken.Count);
        Assert.Equal(["budget", "budget"], outcomes);
        Assert.DoesNotContain("Warning", bench.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_IsReadFromEveryAnswerByTheAnswersOwnClock()
    {
        await using var bench = await StartAsync();
        var date = new DateTimeOffset(2026, 8, 21, 19, 0, 20, TimeSpan.Zero);
        bench.Server.Script(
            Reply.Status(200, EmptyPage, Limits("200", "180", date.AddSeconds(42), date)),
            Reply.Status(404, "[]", Limits("200", "179", date.AddSeconds(41), date)),
            Reply.Status(403, """{"error":{"code":"forbidden"}}""", Limits("200", "178", date.AddSeconds(-1), date)));

        await bench.Client.ListRecordsAsync(Query, Cancellation);
        await bench.Client.CallProviderAsync(Proxied, Cancellation);
        await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Proxied, Cancellation));

        Assert.Equal(
            [
                (new NangoRateNotice(200, 180, TimeSpan.FromSeconds(42)), None),
                (new NangoRateNotice(200, 179, TimeSpan.FromSeconds(41)), None),
                (new NangoRateNotice(200, 178, TimeSpan.FromSeconds(-1)), None),
            ],
            _budget.Learnt);
    }

    /// <summary>An answer may say that an email was sent: a caller who gives up while others are told of the limit must not lose it.</summary>
    [Fact]
    public async Task Learning_FromAnAnswer_EndsNotWithTheCaller()
    {
        await using var bench = await StartAsync();
        using var caller = new CancellationTokenSource();
        bench.Server.Script(Reply.Json("{}"));

        await bench.Client.CallProviderAsync(Proxied, caller.Token);

        Assert.False(_budget.CanLoseAnAnswer);
    }

    [Theory]
    [InlineData("0", "0", "1787339999")]
    [InlineData("200", "201", "1787339999")]
    [InlineData("200", "-1", "1787339999")]
    [InlineData("200", "1.5", "1787339999")]
    [InlineData("99999999999", "1", "1787339999")]
    [InlineData("200", "1", "soon")]
    [InlineData("200", "1", "999999999999999")]
    [InlineData("200", "1", null)]
    public async Task Limit_InAnyOtherForm_IsNotRead(string limit, string remaining, string? reset)
    {
        await using var bench = await StartAsync();
        (string, string)[] headers = [("X-RateLimit-Limit", limit), ("X-RateLimit-Remaining", remaining), .. reset is null ? [] : (ReadOnlySpan<(string, string)>)[("X-RateLimit-Reset", reset)]];
        bench.Server.Script(Reply.Status(200, EmptyPage, headers));

        await bench.Client.ListRecordsAsync(Query, Cancellation);

        Assert.Equal([(null, None)], _budget.Learnt);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("23", 23)]
    public async Task Refusal_ByNango_PausesTheAccount(string retryAfter, int seconds)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Status(429, TooMany, ("Retry-After", retryAfter)), Reply.Status(429, TooMany, ("Retry-After", retryAfter)));

        await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query, Cancellation));
        await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Proxied, Cancellation));

        Assert.Equal([(null, TimeSpan.FromSeconds(seconds)), (null, TimeSpan.FromSeconds(seconds))], _budget.Learnt);
    }

    [Fact]
    public async Task Refusal_ByAProvider_PausesNobody()
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Status(429, """{"error":{"code":429}}""", ("Retry-After", "40")));

        await bench.Client.CallProviderAsync(Proxied, Cancellation);

        Assert.Equal([(null, None)], _budget.Learnt);
    }

    private static (string, string)[] Limits(string limit, string remaining, DateTimeOffset reset, DateTimeOffset date) =>
    [
        ("X-RateLimit-Limit", limit),
        ("X-RateLimit-Remaining", remaining),
        ("X-RateLimit-Reset", $"{reset.ToUnixTimeSeconds()}"),
        ("Date", date.ToString("R")),
    ];

    private Task<NangoBench> StartAsync() => NangoBench.StartAsync(options => options.RetriesMax = 2, services => services.AddSingleton<INangoBudget>(_budget));
}
