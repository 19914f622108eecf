using System.Diagnostics.Metrics;
using Cortex.Core.Tests.Support;
using Cortex.Nango;
using Microsoft.Extensions.DependencyInjection;

namespace Cortex.Core.Tests.Nango;

public sealed class NangoFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static RecordsQuery Query => new("google-mail-ynxw", "c-secretive", "GmailEmail", null, "cursor-secretive", null, 100);

    [Theory]
    [InlineData(400, "{\"error\":{\"code\":\"unknown_connection\"}}", NangoFailure.UnknownConnection)]
    [InlineData(400, "{\"error\":{\"code\":\"server_error\",\"message\":\"Failed to get connection\"}}", NangoFailure.UnknownConnection)]
    [InlineData(400, "{\"error\":{\"code\":\"server_error\",\"message\":\"Failed to get connection credentials: expired\"}}", NangoFailure.NeedsReauth)]
    [InlineData(424, "{\"error\":{\"code\":\"server_error\"}}", NangoFailure.NeedsReauth)]
    [InlineData(424, "", NangoFailure.NeedsReauth)]
    [InlineData(424, "{\"error\":{\"code\":\"connection_refresh_backoff\"}}", NangoFailure.NeedsReauth)]
    [InlineData(400, "{\"error\":{\"code\":\"invalid_credentials\"}}", NangoFailure.NeedsReauth)]
    [InlineData(400, "{\"error\":{\"code\":\"refresh_exhausted\"}}", NangoFailure.NeedsReauth)]
    [InlineData(401, "{\"error\":{\"code\":\"unknown_account\"}}", NangoFailure.Unauthorized)]
    [InlineData(402, "{\"error\":{\"code\":\"plan_limit\"}}", NangoFailure.Unauthorized)]
    [InlineData(403, "{\"error\":{\"code\":\"forbidden\",\"message\":\"Insufficient scope. Required: environment:records:read\"}}", NangoFailure.Unauthorized)]
    [InlineData(400, "{\"error\":{\"code\":\"invalid_query_params\",\"errors\":[]}}", NangoFailure.Rejected)]
    [InlineData(404, "<html>", NangoFailure.Rejected)]
    [InlineData(302, "", NangoFailure.Rejected)]
    [InlineData(429, "{\"error\":{\"code\":\"too_many_request\"}}", NangoFailure.Unavailable)]
    [InlineData(408, "", NangoFailure.Unavailable)]
    [InlineData(500, "{\"error\":{\"code\":\"server_error\"}}", NangoFailure.Unavailable)]
    [InlineData(503, "", NangoFailure.Unavailable)]
    public async Task Answer_OtherThanSuccess_IsAFailureOfItsKind(int status, string body, NangoFailure kind)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status, body), Reply.Status(status, body), Reply.Status(status, body));

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query, Cancellation));

        Assert.Equal(kind, failure.Kind);
        Assert.Contains($"HTTP {status}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("17", 17)]
    [InlineData("0", 1)]
    [InlineData("Fri, 21 Aug 2026 19:00:30 GMT", 30)]
    [InlineData("Fri, 21 Aug 2026 18:00:00 GMT", 1)]
    [InlineData("soon", 1)]
    [InlineData("99999999", 3_600)]
    public async Task RateLimit_SaysHowLongToWaitAndAtLeastASecond(string retryAfter, int seconds)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(429, "{\"error\":{\"code\":\"too_many_request\"}}", ("Retry-After", retryAfter)));

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query, Cancellation));

        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task Read_ThatFailsForAMoment_IsRepeated()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(503), Reply.Reset(), Reply.Json("""{"next_cursor":null,"records":[]}"""));

        await bench.Client.ListRecordsAsync(Query, Cancellation);

        Assert.Equal(3, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task Read_WhoseAttemptHangs_IsRepeated()
    {
        await using var bench = await NangoBench.StartAsync(options => options.AttemptTime = TimeSpan.FromMilliseconds(100));
        bench.Server.Script(Reply.Hang(), Reply.Json("""{"next_cursor":null,"records":[]}"""));

        await bench.Client.ListRecordsAsync(Query, Cancellation);

        Assert.Equal(2, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task Answer_ThatNeverEnds_IsUnavailable()
    {
        await using var bench = await NangoBench.StartAsync(options => options.TotalTime = TimeSpan.FromMilliseconds(200));
        bench.Server.Script(Reply.HangInBody());

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query, Cancellation));

        Assert.Equal(NangoFailure.Unavailable, failure.Kind);
    }

    [Fact]
    public async Task Call_ThatItsCallerCancels_IsCancelledAndNoFailure()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Hang());
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Client.ListRecordsAsync(Query, caller.Token));
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsUnavailable()
    {
        await using var bench = await NangoBench.StartAsync(options => options.BaseUrl = "http://127.0.0.1:1");

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query, Cancellation));

        Assert.Equal(NangoFailure.Unavailable, failure.Kind);
    }

    [Fact]
    public async Task Circuit_OfAProviderThatKeepsFailing_OpensForItAlone()
    {
        await using var bench = await NangoBench.StartAsync(options => options.CircuitCallsMin = 4);
        bench.Server.Script([.. Enumerable.Repeat(Reply.Status(503, "<html>"), 4), Reply.Json("{}")]);
        var mail = new ProxyRequest(HttpMethod.Get, "/gmail/v1/users/me/profile", "google-mail-ynxw", "c-1");
        for (var call = 0; call < 4; call++)
        {
            Assert.Equal(503, (await bench.Client.CallProviderAsync(mail, Cancellation)).Status);
        }

        var refused = await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(mail, Cancellation));
        var other = await bench.Client.CallProviderAsync(mail with { ProviderConfigKey = "salesforce-2" }, Cancellation);

        Assert.Equal(NangoFailure.Unavailable, refused.Kind);
        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Equal(200, other.Status);
        Assert.Equal(5, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task Failure_NeverTellsKeysIdsOrBodies()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(
            Reply.Status(400, "{\"error\":{\"code\":\"weird code with body-secretive\",\"message\":\"body-secretive\"}}"),
            Reply.Reset(), Reply.Reset(), Reply.Reset());

        var refused = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query, Cancellation));
        var broken = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(Query, Cancellation));

        foreach (var text in (string[])[refused.ToString(), broken.ToString(), bench.Log.All])
        {
            Assert.DoesNotContain("secretive", text, StringComparison.Ordinal);
            Assert.DoesNotContain(NangoBench.SecretKey, text, StringComparison.Ordinal);
        }

        Assert.Contains("Nango gave no answer", bench.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_AreCountedByOutcome()
    {
        await using var bench = await NangoBench.StartAsync();
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
        bench.Server.Script(Reply.Json("{}"), Reply.Status(404, "{\"error\":{\"code\":404}}"), Reply.Status(429, "{\"error\":{\"code\":\"too_many_request\"}}"), Reply.Reset(), Reply.Status(424, "{\"error\":{\"code\":\"refresh_exhausted\"}}"));

        for (var call = 0; call < 5; call++)
        {
            await Record.ExceptionAsync(() => bench.Client.CallProviderAsync(new(HttpMethod.Get, "/a", "p", "c"), Cancellation));
        }

        Assert.Equal(["ok", "provider_error", "rate_limited", "unavailable", "refused"], outcomes);
    }
}
