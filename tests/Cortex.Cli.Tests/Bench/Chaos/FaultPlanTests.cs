using Cortex.Cli.Bench.Chaos;

namespace Cortex.Cli.Tests.Bench.Chaos;

public sealed class FaultPlanTests
{
    private const int Silos = 3;
    private const int Apis = 2;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 50)];

    [Fact]
    public void ByChance_SameSeed_IsTheSamePlan_AndAnotherSeedAnother()
    {
        Assert.Equal(Plan(7, 10), Plan(7, 10));
        Assert.NotEqual(Plan(7, 10), Plan(8, 10));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ByChance_AnySeed_StaysWithinTheLoadAndTheCluster(int seed)
    {
        var plan = Plan(seed, 10);

        Assert.All(plan, fault =>
        {
            Assert.InRange(fault.At, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));
            Assert.InRange(fault.End, fault.At, TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(5));
            Assert.InRange(fault.Target, 0, fault.Kind == FaultKind.KillApi ? Apis - 1 : Silos - 1);
        });
        Assert.Equal(plan.OrderBy(fault => fault.At), plan);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ByChance_AnySeed_HasOneFaultAtATimeHere_AndOneOutside(int seed)
    {
        foreach (var lane in Plan(seed, 10).GroupBy(fault => fault.IsOutside))
        {
            Assert.All(lane.Zip(lane.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.At));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ByChance_TenMinutes_HasEveryKind_AndPostgresAwayForTwoMinutesOnce(int seed)
    {
        var plan = Plan(seed, 10);

        Assert.Equal(Enum.GetValues<FaultKind>().Except([FaultKind.StopRedis]), plan.Select(fault => fault.Kind).Distinct().Order());
        Assert.Single(plan, fault => fault.Kind == FaultKind.StopPostgres && fault.Lasts == FaultPlan.LongOutage);
        Assert.All(plan.Where(fault => fault.Kind == FaultKind.StopPostgres && fault.Lasts != FaultPlan.LongOutage), fault => Assert.InRange(fault.Lasts.TotalSeconds, 1, 10));
        Assert.All(plan.Where(fault => fault.Kind == FaultKind.FreezeSilo), fault => Assert.Equal(30, fault.Lasts.TotalSeconds));
        Assert.All(plan.Where(fault => fault.Kind == FaultKind.SlowProvider), fault => Assert.Equal((5, 60), (fault.DelayMin.TotalSeconds, fault.DelayMax.TotalSeconds)));
    }

    [Fact]
    public void ByChance_WhereNothingCanBeCut_CutsNothing() =>
        Assert.DoesNotContain(FaultPlan.ByChance(1, TimeSpan.FromMinutes(10), Silos, Apis, canCut: false), fault => fault.Kind == FaultKind.CutSilo);

    [Fact]
    public void ByChance_TwoMinutes_HasNoLongOutage() => Assert.DoesNotContain(Plan(1, 2), fault => fault.Lasts == FaultPlan.LongOutage);

    [Fact]
    public void Cases_Fixed_EndWithinTheirLoad() => Assert.All(
        (ChaosCase[])[ChaosCase.SlowProvider(1), ChaosCase.Brief(1)], chaos => Assert.All(chaos.Faults, fault => Assert.InRange(fault.End, TimeSpan.Zero, chaos.Load)));

    private static IReadOnlyList<PlannedFault> Plan(int seed, int minutes) => FaultPlan.ByChance(seed, TimeSpan.FromMinutes(minutes), Silos, Apis, canCut: true);
}
