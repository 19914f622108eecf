namespace Cortex.Cli.Bench.Chaos;

/// <summary>What is done to Cortex, or to what it depends on.</summary>
internal enum FaultKind
{
    /// <summary>A silo is killed without any warning; where members are replaced, it is started again when the fault is over.</summary>
    KillSilo,

    /// <summary>An API is killed without any warning; started again as a silo is.</summary>
    KillApi,

    /// <summary>A silo stands still (SIGSTOP), and wakes up without having noticed.</summary>
    FreezeSilo,

    /// <summary>A silo lives on and reaches nobody: neither the other silos, nor PostgreSQL, Redis or the providers.</summary>
    CutSilo,

    /// <summary>PostgreSQL is stopped at once, as if it had crashed.</summary>
    StopPostgres,

    /// <summary>Redis is killed, and comes back with its data.</summary>
    StopRedis,

    /// <summary>Redis is killed, and comes back empty.</summary>
    WipeRedis,

    /// <summary>Providers take long to do what they are asked, and do it all the same.</summary>
    SlowProvider,

    /// <summary>Providers do what they are asked, and the answer is lost.</summary>
    LostAnswers,

    /// <summary>Nango allows fewer calls than are needed.</summary>
    NangoLimit,
}
