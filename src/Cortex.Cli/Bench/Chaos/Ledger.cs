namespace Cortex.Cli.Bench.Chaos;

/// <summary>What was sent, set against what came of it.</summary>
/// <param name="Sent">Emails whose webhook was sent.</param>
/// <param name="Acknowledged">Of these, answered 202.</param>
/// <param name="SentAgain">Further tries of webhooks that were not answered 202.</param>
/// <param name="Ran">Emails for which their automation has a run.</param>
/// <param name="Lost">Answered 202, no run came of it, and no event of its account waits that could still bring one.</param>
/// <param name="Missed">Given up by their sender after its tries, and not found without a webhook either.</param>
/// <param name="Doubled">Runs beside the first one of their email and automation, or of an automation that it is not for.</param>
/// <param name="EventsStuck">Events that still wait to be processed.</param>
/// <param name="RunsStuck">Runs that have neither ended nor wait for their user.</param>
/// <param name="Completed">Runs that completed.</param>
/// <param name="Failed">Runs that failed.</param>
/// <param name="Unknown">Of these, those of which nobody can tell whether their step took effect.</param>
/// <param name="EffectsTwice">Effects at a provider beside the first one of their kind and email.</param>
/// <param name="EffectsMissing">Effects that a completed run should have left, and the provider does not have.</param>
internal sealed record Ledger(
    int Sent,
    int Acknowledged,
    int SentAgain,
    int Ran,
    int Lost,
    int Missed,
    int Doubled,
    int EventsStuck,
    int RunsStuck,
    int Completed,
    int Failed,
    int Unknown,
    int EffectsTwice,
    int EffectsMissing)
{
    public int Stuck => EventsStuck + RunsStuck;

    /// <summary>Whether every promise was kept: nothing lost, doubled, stuck or done twice, and nothing said to be done that is not.</summary>
    public bool IsKept => Lost + Doubled + Stuck + EffectsTwice + EffectsMissing == 0;

    /// <summary>Closes the ledger.</summary>
    /// <param name="sent">The emails and their webhooks.</param>
    /// <param name="eventsPending">Of each event that waits, Nango's name of its account.</param>
    /// <param name="runs">All runs.</param>
    /// <param name="effects">What the providers have.</param>
    public static Ledger Close(IReadOnlyCollection<SentMail> sent, IReadOnlyCollection<string> eventsPending, IReadOnlyCollection<SeenRun> runs, IReadOnlyCollection<SeenEffect> effects)
    {
        var runsOf = runs.ToLookup(run => (run.MailId, run.UnitId));
        var effectsOf = effects.ToLookup(effect => effect);
        bool HasRun(SentMail mail) => runsOf.Contains((mail.Id, mail.UnitId));
        return new(
            Sent: sent.Count,
            Acknowledged: sent.Count(mail => mail.IsAcknowledged),
            SentAgain: sent.Sum(mail => mail.Tries - 1),
            Ran: sent.Count(HasRun),
            Lost: sent.Count(mail => mail.IsAcknowledged && !HasRun(mail) && !eventsPending.Contains(mail.Mailbox)),
            Missed: sent.Count(mail => !mail.IsAcknowledged && !HasRun(mail)),
            Doubled: runs.Count - sent.Count(HasRun),
            EventsStuck: eventsPending.Count,
            RunsStuck: runs.Count(run => !run.IsSettled),
            Completed: runs.Count(run => run.IsCompleted),
            Failed: runs.Count(run => run.IsFailed),
            Unknown: runs.Count(run => run.IsUnknown),
            EffectsTwice: effectsOf.Sum(same => same.Count() - 1),
            EffectsMissing: sent.Where(mail => runsOf[(mail.Id, mail.UnitId)].Any(run => run.IsCompleted)).Sum(mail => mail.Effects.Count(kind => !effectsOf.Contains(new(kind, mail.Id)))));
    }
}
