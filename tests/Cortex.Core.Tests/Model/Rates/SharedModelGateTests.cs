using Cortex.Model;
using Cortex.Model.Rates;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Model.Rates;

public sealed class SharedModelGateTests
{
    private static readonly ModelRates Refused = new(null, null, TimeSpan.FromSeconds(40));

    private readonly FakeTimeProvider _time = new();
    private bool _isAway;

    [Fact]
    public async Task Refusal_OfOneSilo_HoldsTheOthers()
    {
        var (grain, silos) = Silos();

        await silos[0].LearnAsync(Refused, TestContext.Current.CancellationToken);

        Assert.Equal(TimeSpan.FromSeconds(40), (await TakeAsync(silos[1])).Wait);
        Assert.False((await grain.TakeAsync(ModelPriority.Run, 1, TestContext.Current.CancellationToken)).MayGo);
    }

    [Fact]
    public async Task GrainThatIsAway_StopsNothing_AndTheSiloGoesByWhatItHeardItself()
    {
        var (_, silos) = Silos();
        await silos[0].LearnAsync(Refused, TestContext.Current.CancellationToken);
        _isAway = true;

        Assert.False((await TakeAsync(silos[0])).MayGo);
        Assert.True((await TakeAsync(silos[1])).MayGo);
    }

    [Fact]
    public async Task GrainThatIsBack_IsAskedAgain()
    {
        var (_, silos) = Silos();
        await silos[0].LearnAsync(Refused, TestContext.Current.CancellationToken);
        _isAway = true;
        await TakeAsync(silos[1]);
        _isAway = false;

        Assert.True((await TakeAsync(silos[1])).MayGo);
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.False((await TakeAsync(silos[1])).MayGo);
    }

    [Fact]
    public async Task Status_IsTheLastWordOfAnySilo()
    {
        var (grain, _) = Silos();
        var failing = new ModelStatus("m", true, "The day is used up.");

        Assert.Equal(new ModelStatus(null, false, null), await grain.ReadStatusAsync(TestContext.Current.CancellationToken));
        await grain.ReportStatusAsync(failing, TestContext.Current.CancellationToken);
        Assert.Equal(failing, await grain.ReadStatusAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<ModelVerdict> TakeAsync(SharedModelGate silo) => await silo.TakeAsync(ModelPriority.Run, 1, TestContext.Current.CancellationToken);

    private (ILanguageModelGrain Grain, SharedModelGate[] Silos) Silos()
    {
        var grain = new LanguageModelGrain(new ModelHealth(GroqSettings.None), _time);
        SharedModelGate Silo() => new(() => _isAway ? throw new UnavailableException("No silo.") : grain, _time, NullLogger<SharedModelGate>.Instance);
        return (grain, [Silo(), Silo()]);
    }
}
