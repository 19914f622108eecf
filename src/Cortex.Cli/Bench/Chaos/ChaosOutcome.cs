namespace Cortex.Cli.Bench.Chaos;

/// <summary>All that a run has shown.</summary>
/// <param name="Ledger">The account of it.</param>
/// <param name="Answers">What the deliveries of webhooks were answered.</param>
/// <param name="Windows">The faults, as they really were.</param>
/// <param name="Ends">Processes that ended by themselves.</param>
/// <param name="Log">The log lines.</param>
/// <param name="Drained">From the last fault's end, or the load's, to the last run's; null when not all came to an end within the limit.</param>
internal sealed record ChaosOutcome(
    Ledger Ledger, IReadOnlyCollection<DoorAnswer> Answers, IReadOnlyCollection<FaultWindow> Windows, IReadOnlyCollection<MemberEnd> Ends, LogTally Log, TimeSpan? Drained);
