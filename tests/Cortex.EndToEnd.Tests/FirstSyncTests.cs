using System.Text.Json.Nodes;
using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>The first sync of an account brings all that it has ever held.</summary>
public sealed class FirstSyncTests(FaultyWorld world, ITestOutputHelper output) : IClassFixture<FaultyWorld>
{
    private const int Emails = 10_000;

    private static readonly TimeSpan ReadDeadline = TimeSpan.FromMinutes(2);

    /// <summary>How long an email that arrived meanwhile may take once the read is over.</summary>
    private static readonly TimeSpan AfterwardsMax = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task FirstSync_OfTenThousandOldEmails_FiresNothing_AndWhatArrivesMeanwhileRunsSoonAfter()
    {
        using var user = await world.UserAsync(ChecklistFlows.Prompt);
        var old = SandboxClient.Email(FaultyWorldUser.Sender, "Long ago", "old");
        old["date"] = "2020-02-02T10:00:00.000Z";

        var started = TimeProvider.System.GetTimestamp();
        await world.Sandbox.FillMailboxAsync(user.Mailbox, old, Emails);
        await world.Sandbox.SendEmailAsync(user.Mailbox, FaultyWorldUser.Sender, "Just now");
        var first = (await FirstSyncAsync(user))!;
        Assert.Equal("pending", (string)first["status"]!);

        first = await Eventually.GetAsync(async () => await FirstSyncAsync(user) is { } e && (string)e["status"]! == "processed" ? e : null, ReadDeadline);
        var read = TimeProvider.System.GetElapsedTime(started);
        var run = await user.RunAsync("completed");
        var afterwards = TimeProvider.System.GetElapsedTime(started) - read;

        output.WriteLine($"{Emails} old emails were read after {read.TotalSeconds:F1} s, the new one had run {afterwards.TotalSeconds:F1} s later.");
        Assert.Equal("Just now", (string)run["trigger"]!["subject"]!);
        Assert.InRange(afterwards, TimeSpan.Zero, AfterwardsMax);
        var fates = (await user.Client.EventAsync((string)first["id"]!))["fates"]!.AsArray();
        Assert.Equal(Emails, fates.Where(fate => (string)fate!["fate"]! == "too_old").Sum(fate => (int)fate!["count"]!));
    }

    private static async Task<JsonNode?> FirstSyncAsync(FaultyWorldUser user) => (await user.Client.EventsAsync()).LastOrDefault(e => (string)e["type"]! == "sync");
}
