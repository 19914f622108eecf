namespace Cortex.Cli.Bench.Chaos;

/// <summary>Puts what a run has shown into a benchmark's form.</summary>
internal static class ChaosReport
{
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(5);

    public static BenchReport Of(ChaosCase chaos, ChaosOutcome found) => new(
        chaos.Name,
        new Dictionary<string, object>
        {
            ["seed"] = chaos.Seed,
            ["webhooksPerSecond"] = chaos.PerSecond,
            ["seconds"] = chaos.Load.TotalSeconds,
            ["faults"] = chaos.Faults.Count,
        },
        Times(found),
        Counts(found));

    private static Dictionary<string, Distribution> Times(ChaosOutcome found)
    {
        var accepted = found.Answers.Where(IsAccepted).ToList();
        return new()
        {
            ["webhook to 202"] = Distribution.Of(accepted.Select(answer => answer.Took)),
            ["webhook to 202, away from faults to PostgreSQL"] = Distribution.Of(accepted.Where(answer => !Away(found).Any(away => IsNear(answer, away))).Select(answer => answer.Took)),
        };
    }

    private static Dictionary<string, object> Counts(ChaosOutcome found)
    {
        var ledger = found.Ledger;
        var counts = new Dictionary<string, object>
        {
            ["sent"] = ledger.Sent,
            ["acknowledged"] = ledger.Acknowledged,
            ["sent again"] = ledger.SentAgain,
            ["ran"] = ledger.Ran,
            ["lost"] = ledger.Lost,
            ["given up by Nango, and never ran"] = ledger.Missed,
            ["doubled"] = ledger.Doubled,
            ["stuck events"] = ledger.EventsStuck,
            ["stuck runs"] = ledger.RunsStuck,
            ["effects twice"] = ledger.EffectsTwice,
            ["effects missing of completed runs"] = ledger.EffectsMissing,
            ["completed"] = ledger.Completed,
            ["failed"] = ledger.Failed,
            ["failed as unknown"] = ledger.Unknown,
            ["drained after s"] = found.Drained is { } drained ? Math.Round(Math.Max(0, drained.TotalSeconds), 1) : "not",
            ["members ended by themselves"] = found.Ends.Count,
        };
        AddAbsences(counts, found);
        return counts;
    }

    /// <summary>What the door says, and how much is logged, while PostgreSQL is away.</summary>
    private static void AddAbsences(Dictionary<string, object> counts, ChaosOutcome found)
    {
        var number = 0;
        foreach (var away in Away(found))
        {
            var name = $"PostgreSQL away {++number}";
            var refused = found.Answers.Where(answer => away.Holds(answer.At) && !IsAccepted(answer)).ToList();
            counts[$"{name}: seconds"] = Math.Round((away.Until - away.From).TotalSeconds, 1);
            counts[$"{name}: 503 with Retry-After"] = refused.Count(answer => answer is { Status: StatusCodes.Status503ServiceUnavailable, HasRetryAfter: true });
            counts[$"{name}: other refusals"] = refused.Count(answer => answer is not { Status: StatusCodes.Status503ServiceUnavailable, HasRetryAfter: true });
            counts[$"{name}: members that ended"] = found.Ends.Count(end => away.Holds(end.At));
            foreach (var role in (string[])["api", "silo"])
            {
                counts[$"{name}: lines of {role}s"] = found.Log.Count(role, away, alarmsOnly: false);
                counts[$"{name}: warnings, errors of {role}s"] = found.Log.Count(role, away, alarmsOnly: true);
            }
        }
    }

    private static IEnumerable<FaultWindow> Away(ChaosOutcome found) => found.Windows.Where(window => window.Kind == FaultKind.StopPostgres).OrderBy(window => window.From);

    private static bool IsAccepted(DoorAnswer answer) => answer.Status == StatusCodes.Status202Accepted;

    private static bool IsNear(DoorAnswer answer, FaultWindow window) => answer.At + answer.Took >= window.From && answer.At <= window.Until + Aftermath;
}
