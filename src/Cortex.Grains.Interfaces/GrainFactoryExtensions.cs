namespace Cortex;

/// <summary>The only place that turns typed keys into grain references.</summary>
public static class GrainFactoryExtensions
{
    /// <summary>The grain of a connection.</summary>
    public static IConnectionGrain Connection(this IGrainFactory grains, ConnectionKey key) => grains.GetGrain<IConnectionGrain>(key.ToString());

    /// <summary>The grain of a unit.</summary>
    public static IUnitGrain Unit(this IGrainFactory grains, UnitId id) => grains.GetGrain<IUnitGrain>(id.ToString());

    /// <summary>The grain of a run.</summary>
    public static IRunGrain Run(this IGrainFactory grains, RunId id) => grains.GetGrain<IRunGrain>(id.ToString());

    /// <summary>The grain of a user.</summary>
    public static IUserGrain User(this IGrainFactory grains, UserId id) => grains.GetGrain<IUserGrain>(id.ToString());

    /// <summary>The grain of a user's jobs; of the operators' for null. The prefix keeps a uid from being taken for theirs.</summary>
    public static IJobsGrain Jobs(this IGrainFactory grains, UserId? owner) => grains.GetGrain<IJobsGrain>(owner is { } user ? $"user/{user}" : "operators");

    /// <summary>The grain that shows a user what automations would do.</summary>
    public static IRehearsalGrain Rehearsal(this IGrainFactory grains, UserId id) => grains.GetGrain<IRehearsalGrain>(id.ToString());

    /// <summary>The grain that finds what was left behind.</summary>
    public static IRecoveryGrain Recovery(this IGrainFactory grains) => grains.GetGrain<IRecoveryGrain>(IRecoveryGrain.Key);

    /// <summary>The grain that shares out calls to Nango.</summary>
    public static INangoBudgetGrain NangoBudget(this IGrainFactory grains) => grains.GetGrain<INangoBudgetGrain>(INangoBudgetGrain.Key);

    /// <summary>The grain that shares out what the account of the language model may use.</summary>
    public static ILanguageModelGrain LanguageModel(this IGrainFactory grains) => grains.GetGrain<ILanguageModelGrain>(ILanguageModelGrain.Key);
}
