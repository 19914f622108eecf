using System.CommandLine;
using Cortex.Cli.Cluster;
using Cortex.Cli.DeadLetters;
using Cortex.Cli.Instances;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Jobs;

namespace Cortex.Cli.Commands;

/// <summary><c>dead-letters</c>: what was given up, of all users, and driving it again.</summary>
internal static class DeadLettersCommand
{
    private const string List = "list";

    private const string Retry = "retry";

    public static Command Make()
    {
        var action = new Argument<string>("action") { Description = $"{List} (unless said otherwise) or {Retry}.", DefaultValueFactory = _ => List };
        action.AcceptOnlyFromAmong(List, Retry);
        var reason = new Option<string?>("--reason") { Description = "Only what was given up for this reason." };
        reason.AcceptOnlyFromAmong([.. DeadReason.All]);
        var command = new Command("dead-letters", "Lists what was given up in the database of DATABASE_URL, or in the local one, or drives it again.") { action, reason };
        command.SetAction((parsed, _) => RunAsync(Environment.GetEnvironmentVariable, parsed.GetValue(action) == Retry, parsed.GetValue(reason)));
        return command;
    }

    private static async Task<int> RunAsync(Func<string, string?> given, bool isRetry, string? reason)
    {
        using var signals = new StopSignals();
        await using var database = await OperatorDatabase.OpenAsync(given, signals.Stop);
        return isRetry ? await RetryAsync(database, reason, signals.Stop) : await ListAsync(database, reason, signals.Stop);
    }

    private static async Task<int> ListAsync(OperatorDatabase database, string? reason, CancellationToken cancellationToken)
    {
        var report = await DeadLetterReport.ReadAsync(new(database.Db), reason, cancellationToken);
        if (Console.IsOutputRedirected)
        {
            report.Lines().ToList().ForEach(JsonLines.Print);
        }
        else
        {
            await report.WriteTableAsync(Console.Out);
        }

        return 0;
    }

    private static async Task<int> RetryAsync(OperatorDatabase database, string? reason, CancellationToken cancellationToken)
    {
        var retry = new DeadLetterRetry(database.Db, TimeProvider.System);
        if (await retry.StartAsync(reason, cancellationToken) is not { } job)
        {
            Say("nothing was given up", new { total = 0 });
            return 0;
        }

        Say($"{job.Id}: {job.Total} are driven again{(job.IsPartial ? ", the oldest first; there are more, for which ask once more" : "")}", Shown(job));
        if (!database.IsAlone)
        {
            job = await retry.FollowAsync(job, cancellationToken);
            Say($"{job.Id}: {job.Done} done, {job.Failed} failed{(job.Error is { } error ? $" ({error})" : "")}", Shown(job));
        }

        if (job.Status == JobStatus.Running)
        {
            Say("it goes on by itself as soon as, and as long as, a silo runs", null);
        }

        return job.Failed == 0 ? 0 : CommandLine.Failed;
    }

    private static object Shown(JobRow job) =>
        new { job = job.Id.ToString(), status = job.Status, total = job.Total, done = job.Done, failed = job.Failed, partial = job.IsPartial, error = job.Error };

    /// <summary>A sentence for people; for programs an object, and the sentences without one beside it.</summary>
    private static void Say(string sentence, object? line)
    {
        if (!Console.IsOutputRedirected)
        {
            Console.Out.WriteLine(sentence);
        }
        else if (line is null)
        {
            Console.Error.WriteLine(sentence);
        }
        else
        {
            JsonLines.Print(line);
        }
    }
}
