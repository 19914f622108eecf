using System.Text.Json.Nodes;
using Cortex.Storage;
using Cortex.Testing;
using Npgsql;

namespace Cortex.EndToEnd.Tests;

/// <summary>The process that receives webhooks is killed, and Nango gives up the webhooks of what happens meanwhile.</summary>
public sealed class OutageTests(PostgresFixture postgres, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Mailboxes = 20;
    private const int EmailsEach = 50;

    /// <summary>Mailboxes to which emails come whose webhooks are accepted right before the kill. What comes to them later is found when these are dealt with.</summary>
    private const int AcceptedMailboxes = 5;

    private const int AcceptedEach = 2;

    /// <summary>Longer than the gap between two heartbeats that recovery takes for an outage.</summary>
    private const string OutageMin = "9 seconds";

    private static readonly TimeSpan CatchUpDeadline = TimeSpan.FromMinutes(2);

    private string _databaseUrl = null!;
    private CortexProcess _cortex = null!;

    public async ValueTask InitializeAsync()
    {
        _databaseUrl = await postgres.CreateDatabaseAsync();
        _cortex = await CortexProcess.StartAsync(_databaseUrl, ("RECONCILE_AFTER_SECONDS", "2"));
    }

    [Fact]
    public async Task Kill_WhileNangoGivesWebhooksUp_EveryEmailRunsOnceAfterwards()
    {
        var users = await Task.WhenAll(Enumerable.Range(0, Mailboxes).Select(_ => UserWithAutomationAsync()));
        var accepted = await Task.WhenAll(users.Take(AcceptedMailboxes).SelectMany(user => Enumerable.Range(0, AcceptedEach).Select(n => SendAsync(user.Mailbox, n))));
        await _cortex.KillAsync();
        var missed = await Task.WhenAll(users.Select((user, n) => SendManyAsync(user.Mailbox, n < AcceptedMailboxes ? AcceptedEach : 0)));
        await Eventually.TrueAsync(async () => await _cortex.Sandbox.WebhooksInFlightAsync() == 0);
        await Eventually.TrueAsync(IsSilentAsync);

        var restart = TimeProvider.System.GetTimestamp();
        await _cortex.StartAsync();
        var runs = new List<IReadOnlyList<JsonNode>>();
        foreach (var user in users)
        {
            runs.Add(await Eventually.GetAsync(
                async () => await user.Client.AllRunsAsync(user.UnitId) is { } all && all.Count(IsCompleted) >= EmailsEach ? all : null,
                CatchUpDeadline - TimeProvider.System.GetElapsedTime(restart)));
        }

        output.WriteLine($"{Mailboxes * EmailsEach} emails in {Mailboxes} mailboxes had run {TimeProvider.System.GetElapsedTime(restart).TotalSeconds:F1} s after the start.");
        Assert.All(accepted, Assert.True);
        Assert.All(missed.SelectMany(tries => tries), Assert.False);
        Assert.All(runs, all => Assert.Equal((EmailsEach, EmailsEach), (all.Count, all.Select(r => (string)r["trigger"]!["id"]!).Distinct().Count())));

        // Whoever looks sees what no webhook announced, in the list and in the log, and the two agree.
        var events = (await Task.WhenAll(users.Select(user => user.Client.AllEventsAsync()))).SelectMany(all => all).ToList();
        var found = events.Where(e => (bool)e["caughtUp"]!).Select(e => (string)e["id"]!).ToHashSet();
        var caughtUp = runs.SelectMany(all => all).Count(run => found.Contains((string)run["eventId"]!));
        var logged = _cortex.Log.Where(line => line.ToJsonString().Contains("\"Caught up\"", StringComparison.Ordinal)).ToList();
        Assert.InRange(caughtUp, (Mailboxes - AcceptedMailboxes) * EmailsEach, Mailboxes * EmailsEach);
        Assert.Equal(found, logged.Select(line => (string)line["EventId"]!).ToHashSet());
        Assert.Equal(caughtUp, logged.Sum(line => (int)line["Runs"]!));
        foreach (var user in users)
        {
            user.Client.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await _cortex.DisposeAsync();

    private static bool IsCompleted(JsonNode run) => (string)run["status"]! == "completed";

    private async Task<(CortexClient Client, string Mailbox, string UnitId)> UserWithAutomationAsync()
    {
        var (client, mailbox) = await new ChecklistFlows(_cortex.Api, _cortex.Sandbox).UserWithGmailAsync();
        return (client, mailbox, (string)(await client.CreateUnitAsync(ChecklistFlows.Prompt))["id"]!);
    }

    /// <returns>Whether the webhook was accepted.</returns>
    private async Task<bool> SendAsync(string mailbox, int number) =>
        (int?)(await _cortex.Sandbox.SendEmailAsync(mailbox, "test@test.com", $"Email {number}"))["webhook"]!["status"] == 202;

    private async Task<IReadOnlyList<bool>> SendManyAsync(string mailbox, int first)
    {
        List<bool> tries = [];
        for (var number = first; number < EmailsEach; number++)
        {
            tries.Add(await SendAsync(mailbox, number));
        }

        return tries;
    }

    /// <summary>Whether the receiver's last heartbeat lies so far back that its next one ends an outage.</summary>
    private async Task<bool> IsSilentAsync()
    {
        await using var connection = new NpgsqlConnection(DatabaseUrl.ToConnectionString(_databaseUrl));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT clock_timestamp() - beat_at > interval '{OutageMin}' FROM heartbeats WHERE name = 'receiver'", connection);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
