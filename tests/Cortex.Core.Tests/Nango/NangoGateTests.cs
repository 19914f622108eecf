using Cortex.Core.Tests.Nango.Budget;
using Cortex.Core.Tests.Support;
using Cortex.Nango;
using Cortex.Nango.Budget;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Nango;

/// <summary>What a call to a provider waits for before it is sent, and that its time begins only then.</summary>
public sealed class NangoGateTests
{
    private readonly RecordingBudget _budget = new();
    private readonly RecordingGate _gate = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ProxyRequest Send => new(HttpMethod.Post, "/gmail/v1/users/me/messages/send", "google-mail-ynxw", "c-1", """{"raw":"eA"}""", Gate: _gate);

    [Fact]
    public async Task Gate_IsAskedLast_WhenNothingElseIsWaitedFor()
    {
        await using var bench = await StartAsync();
        _gate.Asked = () => Assert.Equal((1, 0), (_budget.Taken.Count, bench.Server.Requests.Count));
        bench.Server.Script(Reply.Json("{}"));

        await bench.Client.CallProviderAsync(Send, Cancellation);

        Assert.Equal((1, 1), (_gate.Count, bench.Server.Requests.Count));
    }

    [Fact]
    public async Task GateThatStops_SendsNothing_AndGivesTheConnectionBack()
    {
        await using var bench = await StartAsync(options => options.SocketsMax = 1);
        _gate.Asked = () => throw new EffectStoppedException("It is another's by now.");
        await Assert.ThrowsAsync<EffectStoppedException>(() => bench.Client.CallProviderAsync(Send, Cancellation));
        Assert.Empty(bench.Server.Requests);

        _gate.Asked = () => { };
        bench.Server.Script(Reply.Json("{}"));
        await bench.Client.CallProviderAsync(Send, Cancellation);
    }

    [Fact]
    public async Task BudgetThatHoldsBack_SendsNothing_AndDoesNotAskTheGate()
    {
        await using var bench = await StartAsync();
        _budget.IsEmpty = true;

        var held = await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Send, Cancellation));

        Assert.Equal((true, false, 0, 0), (held.IsHeldBack, held.MayHaveReached, _gate.Count, bench.Server.Requests.Count));
    }

    /// <summary>Three calls that take 300 ms each over one connection: the last one waits for longer than a call may take.</summary>
    [Fact]
    public async Task WaitForAConnection_DoesNotCountIntoTheCall()
    {
        await using var bench = await StartAsync(options => (options.SocketsMax, options.ProviderCallTime) = (1, TimeSpan.FromMilliseconds(500)), new RealClock());
        bench.Server.Script([.. Enumerable.Repeat(Reply.Late(TimeSpan.FromMilliseconds(300), "{}"), 3)]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => bench.Client.CallProviderAsync(Send, Cancellation)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    public async Task CallThatFindsNoConnection_IsPutOff_AndWasNotSent()
    {
        await using var bench = await StartAsync(
            options => (options.SocketsMax, options.SocketWaitMax, options.ProviderCallTime) = (1, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(600)), new RealClock());
        bench.Server.Script(Reply.Hang());
        var first = bench.Client.CallProviderAsync(Send, Cancellation);

        var crowded = await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Send, Cancellation));
        var unanswered = await Assert.ThrowsAsync<NangoException>(() => first);

        Assert.Equal((true, false), (crowded.IsHeldBack, crowded.MayHaveReached));
        Assert.Equal((false, true), (unanswered.IsHeldBack, unanswered.MayHaveReached));
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task SlowProvider_KeepsNoConnectionFromAnother_NorFromNangoItself()
    {
        await using var bench = await StartAsync(
            options => (options.SocketsMax, options.SocketWaitMax, options.ProviderCallTime) = (1, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5)), new RealClock());
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Server.Script(Reply.Hang(asked), Reply.Json("{}"), Reply.Json("""{"data":{"token":"t","connect_link":"https://connect.example/t","expires_at":"2026-12-01T00:00:00Z"}}"""));
        using var ended = new CancellationTokenSource();
        var slow = bench.Client.CallProviderAsync(Send, ended.Token);
        await asked.Task;

        Assert.Equal(200, (await bench.Client.CallProviderAsync(Send with { ProviderConfigKey = "salesforce-2" }, Cancellation)).Status);
        Assert.Equal("t", (await bench.Client.CreateConnectSessionAsync(new("ada"), null, ["google-mail-ynxw"], Cancellation)).Token);

        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
    }

    [Theory]
    [InlineData(429, "{\"error\":{\"code\":\"too_many_request\"}}", false)]
    [InlineData(500, "", true)]
    [InlineData(500, "{\"message\":\"socket hang up\",\"code\":\"ECONNRESET\"}", true)]
    [InlineData(424, "{\"error\":{\"code\":\"connection_refresh_backoff\"}}", false)]
    [InlineData(503, "{\"error\":{\"code\":\"server_error\"}}", true)]
    public async Task AnswerOfNangosOwn_SaysWhetherTheProviderMayHaveBeenReached(int status, string body, bool mayHaveReached)
    {
        await using var bench = await StartAsync();
        bench.Server.Script(Reply.Status(status, body));

        Assert.Equal(mayHaveReached, (await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Send, Cancellation))).MayHaveReached);
    }

    [Fact]
    public async Task NangoThatIsNotThere_WasNotReached()
    {
        await using var bench = await StartAsync(options => options.BaseUrl = "http://127.0.0.1:1");

        Assert.False((await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Send, Cancellation))).MayHaveReached);
    }

    /// <summary>A circuit that tries one call after its break learns nothing from one that was held back before it was sent.</summary>
    [Fact]
    public async Task BudgetThatHoldsBack_TellsTheCircuitNothing()
    {
        var time = new FakeTimeProvider(NangoBench.Now);
        await using var bench = await StartAsync(options => options.CircuitCallsMin = 2, time);
        bench.Server.Script(Reply.Status(503), Reply.Status(503), Reply.Status(503));
        await bench.Client.CallProviderAsync(Send, Cancellation);
        await bench.Client.CallProviderAsync(Send, Cancellation);
        Assert.Contains("none are sent", (await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Send, Cancellation))).Message, StringComparison.Ordinal);

        time.Advance(TimeSpan.FromSeconds(11));
        _budget.IsEmpty = true;
        Assert.True((await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Send, Cancellation))).IsHeldBack);
        _budget.IsEmpty = false;
        await bench.Client.CallProviderAsync(Send, Cancellation);

        var open = await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Send, Cancellation));
        Assert.Contains("none are sent", open.Message, StringComparison.Ordinal);
        Assert.False(open.MayHaveReached);
        Assert.Equal(3, bench.Server.Requests.Count);
    }

    private Task<NangoBench> StartAsync(Action<NangoOptions>? configure = null, TimeProvider? time = null) =>
        NangoBench.StartAsync(configure, services => services.AddSingleton<INangoBudget>(_budget), time);

    private sealed class RealClock : TimeProvider;

    private sealed class RecordingGate : IEffectGate
    {
        public int Count { get; private set; }

        public Action Asked { get; set; } = () => { };

        public Task EnterAsync(CancellationToken cancellationToken)
        {
            Count++;
            Asked();
            return Task.CompletedTask;
        }
    }
}
