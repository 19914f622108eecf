using System.Globalization;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>All that a run is made of.</summary>
/// <param name="Name">What its file of results is called.</param>
/// <param name="Seed">What chance is made from.</param>
/// <param name="Load">How long webhooks come.</param>
/// <param name="PerSecond">How many a second.</param>
/// <param name="Automations">What every user has.</param>
/// <param name="Faults">What happens meanwhile.</param>
internal sealed record ChaosCase(
    string Name, int Seed, TimeSpan Load, double PerSecond, IReadOnlyList<ChaosAutomation> Automations, IReadOnlyList<PlannedFault> Faults)
{
    public const int Silos = 3;
    public const int Apis = 2;

    private const double PerSecondUsual = 20;

    /// <summary>Long enough for all of <see cref="FaultPlan.BadMinutes"/>.</summary>
    private static readonly TimeSpan SlowProviderLoad = TimeSpan.FromSeconds(130);

    private static readonly TimeSpan BriefLoad = TimeSpan.FromSeconds(60);

    /// <summary>Users, each with an account at every provider.</summary>
    public int Users { get; init; } = 8;

    /// <summary>Whether a member that has ended is started again, as an orchestrator does; otherwise the others must do.</summary>
    public bool ReplacesMembers { get; init; } = true;

    /// <summary>What goes on from the beginning until nothing is waited for any more; null for nothing.</summary>
    public PlannedFault? Throughout { get; init; }

    /// <summary>How long after the last fault all that had to wait may take.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Settings of Cortex besides.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    private static readonly IReadOnlyList<ChaosAutomation> AllAutomations = [ChaosAutomation.Reply, ChaosAutomation.Meet, ChaosAutomation.Lead];

    /// <summary>Faults of all kinds by chance.</summary>
    public static ChaosCase ByChance(int seed, TimeSpan load, bool canCut) =>
        new("chaos", seed, load, PerSecondUsual, AllAutomations, FaultPlan.ByChance(seed, load, Silos, Apis, canCut));

    /// <summary>A provider that takes 25 to 40 s over every mail, while all else goes wrong once.</summary>
    public static ChaosCase SlowProvider(int seed) =>
        new("chaos-slow-provider", seed, SlowProviderLoad, PerSecondUsual, [ChaosAutomation.Reply], FaultPlan.BadMinutes())
        {
            Throughout = FaultPlan.Slow(TimeSpan.Zero, Timeout.InfiniteTimeSpan, 25, 40),
        };

    /// <summary>A little of everything, for tests: providers are given up early, so that nobody waits for long.</summary>
    public static ChaosCase Brief(int seed) => new("chaos-brief", seed, BriefLoad, PerSecondUsual / 2, AllAutomations, FaultPlan.Brief())
    {
        Users = 3,
        DrainLimit = TimeSpan.FromSeconds(60),
        Settings = new Dictionary<string, string> { ["PROVIDER_TIMEOUT_SECONDS"] = 8.ToString(CultureInfo.InvariantCulture) },
    };
}
