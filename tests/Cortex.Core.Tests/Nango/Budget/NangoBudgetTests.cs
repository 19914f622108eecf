using System.Diagnostics.Metrics;
using Cortex.Nango;
using Cortex.Nango.Budget;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Nango.Budget;

public sealed class NangoBudgetTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new(new(2026, 8, 21, 19, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public static TheoryData<string> Unreachable => [nameof(OrleansException), nameof(TimeoutException), nameof(UnavailableException), nameof(InvalidOperationException), nameof(OperationCanceledException)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Calls_OfALease_AreSpentWithoutAsking()
    {
        var grain = Leasing(3, Second);
        using var budget = Of(grain);

        for (var call = 0; call < 4; call++)
        {
            await budget.TakeAsync(CallPriority.Run, Cancellation);
        }

        Assert.Equal([1, 2], grain.Requests.Select(request => request.Wanted));
    }

    [Fact]
    public async Task Calls_AtTheSameTime_ShareOneLease()
    {
        var answer = new TaskCompletionSource<NangoLease>();
        var grain = new ScriptedBudgetGrain(_ => answer.Task);
        using var budget = Of(grain);
        var calls = Enumerable.Range(0, 5).Select(_ => budget.TakeAsync(CallPriority.Run, Cancellation)).ToList();

        answer.SetResult(new(5, 1, Second, 10));
        await Task.WhenAll(calls);

        Assert.Single(grain.Requests);
    }

    [Theory]
    [InlineData(CallPriority.Run, 30, 30)]
    [InlineData(CallPriority.Run, 1, 1)]
    [InlineData(CallPriority.User, 3, 3)]
    public async Task Call_ThatIsRefused_FailsWithTheWaitAndWhatToDo(CallPriority priority, int wait, int seconds)
    {
        using var budget = Of(Leasing(0, wait * Second));

        var held = await Assert.ThrowsAsync<NangoException>(() => budget.TakeAsync(priority, Cancellation));

        Assert.True(held.IsHeldBack);
        Assert.Equal(NangoFailure.Unavailable, held.Kind);
        Assert.Equal(seconds * Second, held.RetryAfter);
        Assert.Contains($"try again in {seconds} s", held.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_OfAUser_WaitsForAWindowThatEndsSoon()
    {
        var answers = new Queue<NangoLease>([new(0, 1, 1.5 * Second, 0), new(1, 2, Second, 9)]);
        using var budget = Of(new(_ => Task.FromResult(answers.Dequeue())));

        var call = budget.TakeAsync(CallPriority.User, Cancellation);
        Assert.False(call.IsCompleted);
        _clock.Advance(1.5 * Second);

        await call;
        Assert.Empty(answers);
    }

    [Fact]
    public async Task Call_OfAUser_WaitsNoLongerThanTwoSecondsInAll()
    {
        using var budget = Of(Leasing(0, 1.5 * Second));

        var call = budget.TakeAsync(CallPriority.User, Cancellation);
        _clock.Advance(1.5 * Second);

        await Assert.ThrowsAsync<NangoException>(() => call);
    }

    [Fact]
    public async Task Wait_OfAUser_EndsWithTheCaller()
    {
        using var budget = Of(Leasing(0, 1.5 * Second));
        using var caller = new CancellationTokenSource();
        var call = budget.TakeAsync(CallPriority.User, caller.Token);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [MemberData(nameof(Unreachable))]
    public async Task Grain_ThatCannotBeAsked_StopsNoCallAndIsLeftAloneForAWhile(string failure)
    {
        var grain = new ScriptedBudgetGrain(_ => throw Named(failure));
        using var budget = Of(grain);

        await budget.TakeAsync(CallPriority.Reconciliation, Cancellation);
        _clock.Advance(4 * Second);
        await budget.TakeAsync(CallPriority.Reconciliation, Cancellation);
        Assert.Single(grain.Requests);

        _clock.Advance(Second);
        await budget.TakeAsync(CallPriority.Reconciliation, Cancellation);
        Assert.Equal(2, grain.Requests.Count);
    }

    [Fact]
    public async Task Grain_ThatDoesNotAnswer_HoldsACallNoLongerThanTwoSeconds()
    {
        using var budget = Of(new(_ => new TaskCompletionSource<NangoLease>().Task));

        var call = budget.TakeAsync(CallPriority.Run, Cancellation);
        _clock.Advance(1.9 * Second);
        Assert.False(call.IsCompleted);
        _clock.Advance(0.1 * Second);

        await call;
    }

    [Fact]
    public async Task Silo_OnItsOwn_CountsByWhatNangoSays()
    {
        using var budget = Of(new(_ => throw new TimeoutException()));
        await budget.LearnAsync(new(40, 2, 30 * Second), TimeSpan.Zero, Cancellation);

        await budget.TakeAsync(CallPriority.User, Cancellation);
        await budget.TakeAsync(CallPriority.User, Cancellation);

        var held = await Assert.ThrowsAsync<NangoException>(() => budget.TakeAsync(CallPriority.User, Cancellation));
        Assert.Equal(31 * Second, held.RetryAfter);
    }

    [Fact]
    public async Task Limit_HeardOfForTheFirstTime_IsReportedAtOnceAndThenWithLeases()
    {
        var grain = Leasing(1, Second);
        using var budget = Of(grain);
        NangoRateNotice first = new(200, 199, 60 * Second), second = new(200, 198, 60 * Second);

        await budget.LearnAsync(first, TimeSpan.Zero, Cancellation);
        await budget.LearnAsync(second, TimeSpan.Zero, Cancellation);
        await budget.LearnAsync(null, TimeSpan.Zero, Cancellation);
        await budget.TakeAsync(CallPriority.Run, Cancellation);

        Assert.Equal([(first, TimeSpan.Zero)], grain.Reports);
        Assert.Equal(second, grain.Requests[0].Notice);
    }

    [Fact]
    public async Task Refusal_ByNango_IsReportedAndHoldsThisSiloAtOnce()
    {
        var grain = Leasing(10, Second);
        using var budget = Of(grain);
        await budget.TakeAsync(CallPriority.Run, Cancellation);

        await budget.LearnAsync(null, 7 * Second, Cancellation);

        Assert.Equal([(null, 7 * Second)], grain.Reports);
        Assert.Equal(7 * Second, (await Assert.ThrowsAsync<NangoException>(() => budget.TakeAsync(CallPriority.User, Cancellation))).RetryAfter);
    }

    [Fact]
    public async Task Gauge_ShowsWhatTheAccountHasLeftOnceThatIsKnown()
    {
        var answers = new Queue<NangoLease>([new(null, 1, Second, null), new(1, 1, Second, 73)]);
        using var budget = Of(new(_ => Task.FromResult(answers.Dequeue())));
        await budget.TakeAsync(CallPriority.Run, Cancellation);
        Assert.Empty(Left());

        _clock.Advance(Second);
        await budget.TakeAsync(CallPriority.Run, Cancellation);

        Assert.Equal([73], Left());
    }

    private List<int> Left()
    {
        List<int> left = [];
        using var listener = new MeterListener();
        var meter = _services.GetRequiredService<IMeterFactory>().Create("Cortex");
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is { Name: "cortex_nango_budget_left" } && ReferenceEquals(instrument.Meter, meter))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => left.Add(value));
        listener.Start();
        listener.RecordObservableInstruments();
        return left;
    }

    private static ScriptedBudgetGrain Leasing(int calls, TimeSpan time) => new(_ => Task.FromResult(new NangoLease(calls, 1, time, 100)));

    private static Exception Named(string failure) => failure switch
    {
        nameof(OrleansException) => new OrleansException("away"),
        nameof(TimeoutException) => new TimeoutException(),
        nameof(UnavailableException) => new UnavailableException("away"),
        nameof(OperationCanceledException) => new OperationCanceledException(),
        _ => new InvalidOperationException("The silo has not started."),
    };

    private NangoBudget Of(ScriptedBudgetGrain grain) =>
        new(() => grain, new NangoInstruments(_services.GetRequiredService<IMeterFactory>()), _clock, NullLogger<NangoBudget>.Instance);
}
