using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>What goes wrong between Cortex and Nango's records, through the whole system: nothing is lost, nothing runs twice, and the user sees why it takes long.</summary>
public sealed class RecordsFaultTests(FaultyWorld world, ITestOutputHelper output) : IClassFixture<FaultyWorld>, IAsyncDisposable
{
    /// <summary>More than Cortex tries within a test: they last until they are healed.</summary>
    private const string UntilHealed = "10000";

    [Theory]
    [InlineData("""{"match": "GET /records", "times": 2, "status": 429, "headers": {"Retry-After": "0"}}""")]
    [InlineData("""{"match": "GET /records", "times": 4, "status": 500}""")]
    [InlineData("""{"match": "GET /records", "times": 4}""")]
    [InlineData("""{"match": "GET /records", "times": 4, "delayMs": 1000, "status": 504}""")]
    [InlineData("""{"match": "GET /records", "times": 1, "stale": true}""")]
    [InlineData("""{"match": "GET /records", "times": 2, "lagMs": 60000}""")]
    public async Task Read_RunsIntoWhatPasses_RunsOnce(string fault)
    {
        using var user = await world.UserAsync(ChecklistFlows.Prompt);
        await world.FaultAsync(fault);

        await world.Sandbox.SendEmailAsync(user.Mailbox, FaultyWorldUser.Sender, "Through a fault");

        await user.RunAsync("completed");
        await user.SyncEventAsync("processed");
        Assert.Equal(0, await world.Sandbox.FaultsWaitingAsync());

        // The next read overlaps with this one.
        await world.Sandbox.HealAsync();
        await world.Sandbox.SendEmailAsync(user.Mailbox, FaultyWorldUser.Sender, "After it");
        var runs = await user.Client.RunsOfAsync(user.UnitId, 2);
        Assert.Equal(["After it", "Through a fault"], runs.Select(run => (string)run["trigger"]!["subject"]!));
    }

    [Theory]
    [InlineData($$"""{"match": "GET /records", "times": {{UntilHealed}}, "status": 500}""", "tried again")]
    [InlineData($$"""{"match": "GET /records", "times": {{UntilHealed}}}""", "tried again")]
    [InlineData($$"""{"match": "GET /records", "times": {{UntilHealed}}, "status": 401}""", "check the key")]
    public async Task Read_RunsIntoWhatLasts_SaysWhyItWaits_AndGoesOnAfterwards(string fault, string says)
    {
        using var user = await world.UserAsync(ChecklistFlows.Prompt);
        await world.FaultAsync(fault);
        await world.Sandbox.SendEmailAsync(user.Mailbox, FaultyWorldUser.Sender, "While it lasts");

        var waiting = await user.SyncEventAsync("pending");
        output.WriteLine((string)waiting["reason"]!);
        Assert.Contains(says, (string)waiting["reason"]!, StringComparison.Ordinal);
        Assert.Empty(await user.Client.RunsAsync());

        await world.Sandbox.HealAsync();
        await user.RunAsync("completed");
    }

    [Fact]
    public async Task Read_IsRefusedAsWrong_FailsWithAReason_AndTheNextReadFindsWhatItMissed()
    {
        using var user = await world.UserAsync(ChecklistFlows.Prompt);
        await world.FaultAsync($$"""{"match": "GET /records", "times": {{UntilHealed}}, "status": 400}""");
        await world.Sandbox.SendEmailAsync(user.Mailbox, FaultyWorldUser.Sender, "Missed at first");

        var failed = await user.SyncEventAsync("failed");
        output.WriteLine((string)failed["reason"]!);
        Assert.Contains("next change", (string)failed["reason"]!, StringComparison.Ordinal);

        await world.Sandbox.HealAsync();
        await world.Sandbox.SendEmailAsync(user.Mailbox, FaultyWorldUser.Sender, "Next");
        var runs = await user.Client.RunsOfAsync(user.UnitId, 2);
        Assert.Equal(["Missed at first", "Next"], runs.Select(run => (string)run["trigger"]!["subject"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Cursor_IsNotUnderstoodInTheMiddleOfALongRead_TheReadBeginsAnew_AndEachRunsOnce()
    {
        const int Emails = 700; // four pages
        using var user = await world.UserAsync(ChecklistFlows.Prompt);

        // As often as Cortex tries a cursor, with all attempts of its client, until it suspects it.
        await world.FaultAsync("""{"match": "cursor=", "times": 12, "status": 500}""");
        await world.Sandbox.SendEmailsAsync(user.Mailbox, [.. Enumerable.Range(0, Emails).Select(n => SandboxClient.Email(FaultyWorldUser.Sender, $"Email {n}"))]);

        var runs = await Eventually.GetAsync(async () => await user.Client.AllRunsAsync(user.UnitId) is { Count: >= Emails } all ? all : null, TimeSpan.FromSeconds(60));
        await user.SyncEventAsync("processed");
        Assert.Equal(Emails, (await user.Client.AllRunsAsync(user.UnitId)).Count);
        Assert.Equal(Emails, runs.Select(run => (string)run["trigger"]!["id"]!).Distinct().Count());
    }

    public async ValueTask DisposeAsync() => await world.Sandbox.HealAsync();
}
