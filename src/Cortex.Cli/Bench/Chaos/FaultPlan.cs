namespace Cortex.Cli.Bench.Chaos;

/// <summary>Says which faults happen when. The same seed gives the same plan.</summary>
internal static class FaultPlan
{
    /// <summary>Runs at least this long have PostgreSQL away for <see cref="LongOutage"/> once; shorter ones would be nothing else.</summary>
    public static readonly TimeSpan LongOutageFrom = TimeSpan.FromMinutes(5);

    /// <summary>PostgreSQL's long absence.</summary>
    public static readonly TimeSpan LongOutage = TimeSpan.FromMinutes(2);

    /// <summary>Load before the first fault, and after the last: what is done before a fault differs from what is done in it.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(5);

    private static readonly (FaultKind Kind, double LeastSeconds, double MostSeconds)[] Inside =
    [
        (FaultKind.KillSilo, 2, 10),
        (FaultKind.KillApi, 2, 10),
        (FaultKind.FreezeSilo, 30, 30),
        (FaultKind.CutSilo, 20, 30),
        (FaultKind.StopPostgres, 1, 10),
        (FaultKind.WipeRedis, 5, 20),
    ];

    private static readonly (FaultKind Kind, double LeastSeconds, double MostSeconds)[] Outside =
    [
        (FaultKind.SlowProvider, 20, 40),
        (FaultKind.LostAnswers, 5, 15),
        (FaultKind.NangoLimit, 15, 30),
    ];

    /// <summary>
    /// Faults of all kinds in an order by chance, again and again until the time is over: one after the other to the processes here, and at the same time one after the other outside, so that
    /// a silo is killed while a provider is at work for it, and frozen while Nango's limit is reached.
    /// </summary>
    /// <param name="seed">What chance is made from.</param>
    /// <param name="duration">How long the load goes on.</param>
    /// <param name="silos">How many silos there are.</param>
    /// <param name="apis">How many APIs there are.</param>
    /// <param name="canCut">Whether a silo can be cut off here.</param>
    public static IReadOnlyList<PlannedFault> ByChance(int seed, TimeSpan duration, int silos, int apis, bool canCut)
    {
        var random = new Random(seed);
        var inside = Lane(random, [.. Inside.Where(fault => canCut || fault.Kind != FaultKind.CutSilo)], duration, silos, apis, duration >= LongOutageFrom);
        var outside = Lane(random, [.. Outside], duration, silos, apis, hasLongOutage: false);
        return [.. inside.Concat(outside).OrderBy(fault => fault.At)];
    }

    /// <summary>A silo is killed, another frozen, PostgreSQL away for a moment, Redis for longer, an API killed: within two minutes.</summary>
    public static IReadOnlyList<PlannedFault> BadMinutes() =>
    [
        new(FaultKind.KillSilo, TimeSpan.FromSeconds(35), TimeSpan.FromSeconds(5), 0),
        new(FaultKind.FreezeSilo, TimeSpan.FromSeconds(55), TimeSpan.FromSeconds(20), 1),
        new(FaultKind.StopPostgres, TimeSpan.FromSeconds(85), TimeSpan.FromSeconds(4)),
        new(FaultKind.StopRedis, TimeSpan.FromSeconds(95), TimeSpan.FromSeconds(20)),
        new(FaultKind.KillApi, TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(5), 1),
    ];

    /// <summary>A little of most in a minute. Nango's limit is not among it: once reached, it holds until the minute is over.</summary>
    public static IReadOnlyList<PlannedFault> Brief() =>
    [
        Slow(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(20), 2, 5),
        new(FaultKind.KillSilo, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(3), 0),
        new(FaultKind.StopPostgres, TimeSpan.FromSeconds(18), TimeSpan.FromSeconds(4)),
        new(FaultKind.LostAnswers, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(3)),
        new(FaultKind.KillApi, TimeSpan.FromSeconds(28), TimeSpan.FromSeconds(3), 1),
        new(FaultKind.FreezeSilo, TimeSpan.FromSeconds(32), TimeSpan.FromSeconds(8), 1),
        new(FaultKind.StopRedis, TimeSpan.FromSeconds(46), TimeSpan.FromSeconds(6)),
    ];

    private static List<PlannedFault> Lane(
        Random random, (FaultKind Kind, double LeastSeconds, double MostSeconds)[] kinds, TimeSpan duration, int silos, int apis, bool hasLongOutage)
    {
        List<PlannedFault> lane = [];
        var at = Calm + Between(random, 0, 5);
        while (true)
        {
            random.Shuffle(kinds);
            foreach (var (kind, least, most) in kinds)
            {
                var isLong = hasLongOutage && kind == FaultKind.StopPostgres;
                hasLongOutage &= !isLong;
                var fault = Fault(random, kind, at, isLong ? LongOutage : Between(random, least, most), silos, apis);
                if (fault.End > duration - Calm)
                {
                    return lane;
                }

                lane.Add(fault);
                at = fault.End + Between(random, 3, 12);
            }
        }
    }

    private static PlannedFault Fault(Random random, FaultKind kind, TimeSpan at, TimeSpan lasts, int silos, int apis) => kind switch
    {
        FaultKind.KillSilo or FaultKind.FreezeSilo => new(kind, at, lasts, random.Next(silos)),
        FaultKind.CutSilo => new(kind, at, lasts, silos - 1), // the one that has a network of its own
        FaultKind.KillApi => new(kind, at, lasts, random.Next(apis)),
        FaultKind.SlowProvider => Slow(at, lasts, 5, 60),
        _ => new(kind, at, lasts),
    };

    /// <summary>Providers that take so many seconds over whatever they are asked to change.</summary>
    public static PlannedFault Slow(TimeSpan at, TimeSpan lasts, double least, double most) =>
        new(FaultKind.SlowProvider, at, lasts) { DelayMin = TimeSpan.FromSeconds(least), DelayMax = TimeSpan.FromSeconds(most) };

    private static TimeSpan Between(Random random, double leastSeconds, double mostSeconds) => TimeSpan.FromSeconds(Math.Round(leastSeconds + ((mostSeconds - leastSeconds) * random.NextDouble()), 1));
}
