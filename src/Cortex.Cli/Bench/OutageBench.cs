using System.Text.Json.Nodes;
using Cortex.Cli.Instances;
using Cortex.Cli.Local;

namespace Cortex.Cli.Bench;

/// <summary>
/// How long it takes to catch up with what happened while nothing could receive webhooks: Cortex is killed, emails go on arriving, Nango gives their webhooks up, Cortex is started again.
/// </summary>
internal static class OutageBench
{
    private const int Emails = 1_000;
    private const int Mailboxes = 20;

    /// <summary>
    /// Mailboxes to which an email comes whose webhook is accepted right before the process is killed. Few of them: dealing with such a webhook after the start finds all that came
    /// later, so that nothing is left to be looked for.
    /// </summary>
    private const int Acknowledged = 5;

    /// <summary>Half an email less than are wanted, so that a rate that is no round number does not make one more.</summary>
    private const double RateMargin = 0.5;

    private static readonly TimeSpan CatchUpLimit = TimeSpan.FromMinutes(5);

    /// <summary>How often it is looked whether all is done; the times themselves are those of the runs.</summary>
    private static readonly TimeSpan LookPeriod = TimeSpan.FromSeconds(1);

    public static async Task<BenchReport> RunAsync(Instance owner, int minutes, CancellationToken cancellationToken)
    {
        var caughtUp = new CaughtUpLines();
        await using var instance = await OutageInstance.OpenAsync(owner, caughtUp.Read, cancellationToken);
        await instance.StartAsync(cancellationToken);
        await using var services = new ServiceCollection().ConfigureHttpClientDefaults(http => http.RemoveAllLoggers()).AddHttpClient().BuildServiceProvider();
        var user = new BenchUser(instance.Api, instance.Sandbox, services.GetRequiredService<IHttpClientFactory>());
        await user.SignInAsync(cancellationToken);
        var mailboxes = new List<string>();
        for (var number = 0; number < Mailboxes; number++)
        {
            mailboxes.Add(await user.ConnectAsync(cancellationToken));
        }

        await user.AutomateAsync(cancellationToken);

        var emails = (await Task.WhenAll(mailboxes.Take(Acknowledged).Select((mailbox, number) => user.PutEmailAsync(mailbox, number, cancellationToken)))).ToList();
        await instance.KillAsync();
        var outage = TimeSpan.FromMinutes(minutes);
        var missed = await OpenLoop.RunAsync(
            (Emails - Acknowledged - RateMargin) / outage.TotalSeconds, outage, number => user.PutEmailAsync(mailboxes[number % Mailboxes], Acknowledged + number, cancellationToken), cancellationToken);
        emails.AddRange(missed.Select(email => email.Result));

        var restart = TimeProvider.System.GetUtcNow();
        var start = await instance.StartAsync(cancellationToken);
        await user.SignInAsync(cancellationToken);
        IReadOnlyList<JsonNode> runs = [];
        await Poll.UntilAsync(
            async token =>
            {
                await Task.Delay(LookPeriod, TimeProvider.System, token);
                runs = await user.ListAsync("runs", token);
                return runs.Count(IsCompleted) >= emails.Count;
            },
            CatchUpLimit,
            cancellationToken);
        return Report(minutes, restart, start, emails, runs, await user.ListAsync("events", cancellationToken), caughtUp);
    }

    private static bool IsCompleted(JsonNode run) => (string?)run["status"] == "completed";

    private static string TriggerOf(JsonNode run) => (string)run["trigger"]!["id"]!;

    private static BenchReport Report(
        int minutes,
        DateTimeOffset restart,
        TimeSpan start,
        List<(string Id, DateTimeOffset At)> emails,
        IReadOnlyList<JsonNode> runs,
        IReadOnlyList<JsonNode> events,
        CaughtUpLines caughtUp)
    {
        var completed = runs.Where(IsCompleted).GroupBy(TriggerOf).ToDictionary(group => group.Key, group => group.Min(run => run["completedAt"]!.GetValue<DateTimeOffset>()));
        var late = emails.Where(email => completed.GetValueOrDefault(email.Id) > restart).ToList();
        var syncs = events.Where(e => (string?)e["type"] == "sync").ToList();
        var delivered = syncs.Count(e => !(bool)e["caughtUp"]!);
        return new(
            "outage",
            new Dictionary<string, object> { ["minutes"] = minutes, ["emails"] = emails.Count, ["mailboxes"] = Mailboxes },
            new Dictionary<string, Distribution>
            {
                ["start to healthy after the outage"] = Distribution.Of([start]),
                ["start to run completed"] = Distribution.Of(late.Select(email => completed[email.Id] - restart)),
                ["email at the provider to run completed"] = Distribution.Of(late.Select(email => completed[email.Id] - email.At)),
            },
            new Dictionary<string, object>
            {
                ["items"] = emails.Count,
                ["connections"] = Mailboxes,
                ["webhooks delivered"] = delivered,
                ["webhooks given up"] = emails.Count - delivered,
                ["events found without a webhook"] = syncs.Count - delivered,
                ["runs caught up, as logged"] = caughtUp.Runs,
                ["all caught up after s"] = late.Count == 0 ? 0 : Math.Round(late.Max(email => completed[email.Id] - restart).TotalSeconds, 1),
                ["runs"] = runs.Count,
                ["emails without a completed run"] = emails.Count(email => !completed.ContainsKey(email.Id)),
                ["duplicates"] = runs.Count - runs.Select(TriggerOf).Distinct().Count(),
            });
    }
}
