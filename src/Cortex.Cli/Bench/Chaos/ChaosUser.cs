using System.Text.Json.Nodes;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>One user with an account at every provider, and what the API shows of it.</summary>
internal sealed class ChaosUser
{
    private const string Calendar = "google-calendar";
    private const string Salesforce = "salesforce-2";

    private readonly BenchUser _user;
    private readonly List<string> _units = [];

    private ChaosUser(BenchUser user) => _user = user;

    public string Mailbox { get; private set; } = "";

    public string UnitOf(int automation) => _units[automation];

    public static async Task<ChaosUser> MakeAsync(BenchUser account, IReadOnlyList<ChaosAutomation> automations, CancellationToken cancellationToken)
    {
        var user = new ChaosUser(account);
        await account.SignInAsync(cancellationToken);
        user.Mailbox = await account.ConnectAsync(cancellationToken);
        await account.ConnectAsync(cancellationToken, Calendar);
        await account.ConnectAsync(cancellationToken, Salesforce);
        foreach (var automation in automations)
        {
            user._units.Add(await account.AutomateAsync(automation.Prompt, cancellationToken));
        }

        return user;
    }

    /// <summary>Whether no run of the user's is on its way.</summary>
    public async Task<bool> IsQuietAsync(CancellationToken cancellationToken)
    {
        await _user.SignInAsync(cancellationToken);
        foreach (var status in (string[])["queued", "running", "waiting"])
        {
            if (await _user.HasAsync("runs", $"&status={status}", cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    public async Task<IReadOnlyList<SeenRun>> RunsAsync(CancellationToken cancellationToken) => [.. (await _user.ListAsync("runs", cancellationToken)).Select(Seen)];

    /// <summary>Of each event that waits to be processed, Nango's name of its account.</summary>
    public async Task<IReadOnlyList<string>> PendingEventsAsync(CancellationToken cancellationToken) =>
        [.. (await _user.ListAsync("events", cancellationToken)).Where(e => (string)e["status"]! == "pending").Select(e => (string)e["connectionId"]!)];

    private static SeenRun Seen(JsonNode run) => new(
        (string)run["unitId"]!,
        (string)run["trigger"]!["id"]!,
        (string)run["status"]!,
        run["heldBy"] is not null,
        (string?)run["error"],
        run["completedAt"]?.GetValue<DateTimeOffset>());
}
