using System.Text.Json.Nodes;
using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>A provider does what it is asked, and takes long about it; meanwhile a silo dies that has asked it. Mails are counted at the provider.</summary>
public sealed class SlowProviderTests : IAsyncLifetime
{
    private const string Reply = "when: email from test@test.com then: reply \"Thank you\"";
    private const int Mailboxes = 6;
    private const int EmailsEach = 6;

    private static readonly TimeSpan GoOnDeadline = TimeSpan.FromMinutes(2);

    private ClusterProcesses _cluster = null!;

    // A call's lease lasts 18 s; the provider answers after 7 s.
    public async ValueTask InitializeAsync() => _cluster = await ClusterProcesses.StartAsync(silos: 2, apis: 1, ("PROVIDER_TIMEOUT_SECONDS", "9"));

    [Fact]
    public async Task SiloKilled_WhileTheProviderIsAtWork_SendsNoMailTwice_AndEveryMailOnce()
    {
        var users = await Task.WhenAll(Enumerable.Range(0, Mailboxes).Select(_ => UserWithReplyAsync()));
        await _cluster.Sandbox.FaultAsync(new { match = "/drafts/send", times = 10_000, delayMs = 7_000 });

        await Task.WhenAll(users.Select(user => _cluster.Sandbox.SendEmailsAsync(user.Mailbox, [.. Enumerable.Range(0, EmailsEach).Select(n => SandboxClient.Email("test@test.com", $"Email {n}"))])));
        foreach (var user in users)
        {
            await Eventually.TrueAsync(async () => (await user.Client.AllRunsAsync(user.UnitId)).Count == EmailsEach);
        }

        var running = (await Task.WhenAll(users.Select(user => user.Client.AllRunsAsync(user.UnitId)))).Sum(runs => runs.Count(run => (string)run["status"]! == "running"));
        await ClusterProcesses.KillAsync(_cluster.Silos[0]);
        Assert.InRange(running, Mailboxes, Mailboxes * EmailsEach);

        foreach (var user in users)
        {
            var runs = await Eventually.GetAsync(async () => await user.Client.AllRunsAsync(user.UnitId) is { } all && all.All(IsCompleted) ? all : null, GoOnDeadline);
            Assert.Equal(EmailsEach, runs.Count);
            user.Client.Dispose();
        }

        // What was asked for before the silo died may be done after its run was looked for.
        await _cluster.Sandbox.HealAsync();
        foreach (var user in users)
        {
            Assert.Equal(EmailsEach, await _cluster.SentMailsAsync(user.Mailbox));
        }
    }

    public async ValueTask DisposeAsync() => await _cluster.DisposeAsync();

    private static bool IsCompleted(JsonNode run) => (string)run["status"]! == "completed";

    private async Task<(CortexClient Client, string Mailbox, string UnitId)> UserWithReplyAsync()
    {
        var (client, mailbox) = await new ChecklistFlows(_cluster.Apis[0], _cluster.Sandbox).UserWithGmailAsync();
        return (client, mailbox, (string)(await client.CreateUnitAsync(Reply))["id"]!);
    }
}
