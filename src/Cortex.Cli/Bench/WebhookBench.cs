using Cortex.Cli.Instances;

namespace Cortex.Cli.Bench;

/// <summary>How fast webhooks are accepted, and how long it takes from an email to the end of the run that it causes, both under load.</summary>
internal static class WebhookBench
{
    /// <summary>Emails per second that really cause a run, beside the webhooks that cause a read of nothing new.</summary>
    private const double EmailsPerSecond = 5;

    /// <summary>Not measured: the first requests compile the code that the others run.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan CompletionLimit = TimeSpan.FromMinutes(2);

    public static async Task<BenchReport> RunAsync(Instance owner, int rate, int seconds, CancellationToken cancellationToken)
    {
        await using var instance = BenchInstance.Fresh(owner);
        await instance.StartAsync(cancellationToken);
        await using var services = new ServiceCollection().ConfigureHttpClientDefaults(http => http.RemoveAllLoggers()).AddHttpClient().BuildServiceProvider();
        var client = new BenchClient(instance, services.GetRequiredService<IHttpClientFactory>());
        await client.PrepareAsync(cancellationToken);
        await LoadAsync(client, rate, WarmUp, cancellationToken);
        var (answers, emails) = await LoadAsync(client, rate, TimeSpan.FromSeconds(seconds), cancellationToken);
        var completed = await client.CompletedAsync(emails.Count + (int)(EmailsPerSecond * WarmUp.TotalSeconds), CompletionLimit, cancellationToken);
        return Report(rate, seconds, answers, emails, completed);
    }

    private static async Task<(IReadOnlyList<(int Status, TimeSpan Latency)> Answers, IReadOnlyList<(string Id, DateTimeOffset At)> Emails)> LoadAsync(
        BenchClient client, int rate, TimeSpan duration, CancellationToken cancellationToken)
    {
        var webhooks = OpenLoop.RunAsync(rate, duration, number => client.DeliverAsync(number, cancellationToken), cancellationToken);
        var emails = OpenLoop.RunAsync(EmailsPerSecond, duration, number => client.PutEmailAsync(number, cancellationToken), cancellationToken);
        return (await webhooks, [.. (await emails).Select(email => email.Result)]);
    }

    private static BenchReport Report(
        int rate,
        int seconds,
        IReadOnlyList<(int Status, TimeSpan Latency)> answers,
        IReadOnlyList<(string Id, DateTimeOffset At)> emails,
        IReadOnlyDictionary<string, DateTimeOffset> completed)
    {
        var done = emails.Where(email => completed.ContainsKey(email.Id)).ToList();
        return new(
            "webhooks",
            new Dictionary<string, object> { ["webhooksPerSecond"] = rate, ["seconds"] = seconds, ["emailsPerSecond"] = EmailsPerSecond },
            new Dictionary<string, Distribution>
            {
                ["webhook due to 202"] = Distribution.Of(answers.Where(answer => answer.Status == 202).Select(answer => answer.Latency)),
                ["email at the provider to run completed"] = Distribution.Of(done.Select(email => completed[email.Id] - email.At)),
            },
            new Dictionary<string, object>
            {
                ["webhooks not answered with 202"] = answers.Count(answer => answer.Status != 202),
                ["emails without a completed run"] = emails.Count - done.Count,
            });
    }
}
