namespace Cortex.Cli.Bench.Chaos;

/// <summary>One email that comes to a user during a run.</summary>
/// <param name="Id">Its id and its subject, by which everything that comes of it is known again.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Automation">Which automation it sets off.</param>
/// <param name="WebhookAfter">How long after it came its webhook is sent: webhooks overtake one another.</param>
/// <param name="IsSentTwice">Whether the webhook comes a second time after it was accepted.</param>
internal sealed record PlannedMail(string Id, int User, int Automation, TimeSpan WebhookAfter, bool IsSentTwice)
{
    private const double WebhookAfterMaxSeconds = 2;

    /// <summary>One webhook in so many is sent twice.</summary>
    private const int TwiceOneIn = 20;

    /// <summary>As many emails as are wanted, by chance. The same seed gives the same.</summary>
    public static IReadOnlyList<PlannedMail> ByChance(int seed, int count, int users, int automations)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => new PlannedMail(
            $"chaos-{number:D6}", random.Next(users), random.Next(automations), TimeSpan.FromSeconds(random.NextDouble() * WebhookAfterMaxSeconds), random.Next(TwiceOneIn) == 0))];
    }
}
