namespace Cortex.Storage.Units;

/// <summary>How a unit has been doing lately.</summary>
/// <param name="LastRun">Its newest run, or null.</param>
/// <param name="RunsLastDay">Runs for what happened in the last 24 hours, and those made again in them; at most <see cref="RunsCountedMax"/>.</param>
/// <param name="FailedOfLastFive">How many of its last five ended runs failed, among its newest <see cref="RunsLookedAt"/>.</param>
public sealed record UnitActivity(LastRun? LastRun, int RunsLastDay, int FailedOfLastFive)
{
    /// <summary>Runs of a day are counted up to this many: a list must not become slow by a busy unit.</summary>
    public const int RunsCountedMax = 1_000;

    /// <summary>The newest runs among which the last five ended are looked for; the others may all be waiting.</summary>
    public const int RunsLookedAt = 50;

    /// <summary>No run was ever made.</summary>
    public static UnitActivity None { get; } = new(null, 0, 0);
}
