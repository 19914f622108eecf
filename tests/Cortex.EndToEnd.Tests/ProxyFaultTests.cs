using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>What goes wrong between a step and its provider, through the whole system: the mail goes out once, and the user sees what to do where something is to be done.</summary>
public sealed class ProxyFaultTests(FaultyWorld world, ITestOutputHelper output) : IClassFixture<FaultyWorld>, IAsyncDisposable
{
    private const string Reply = "when: email from test@test.com then: reply \"Thank you\"";

    [Theory]
    [InlineData("""{"match": "/proxy", "times": 2, "status": 429, "nango": true}""")]
    [InlineData("""{"match": "/proxy", "times": 2, "status": 500, "nango": true}""")]
    [InlineData("""{"match": "/drafts/send", "times": 2, "status": 429, "headers": {"Retry-After": "0"}}""")]
    [InlineData("""{"match": "/drafts/send", "times": 2, "status": 503}""")]
    [InlineData("""{"match": "/drafts/send", "times": 2}""")]
    [InlineData("""{"match": "/drafts/send", "afterEffect": true}""")]
    [InlineData("""{"match": "/drafts/send", "afterEffect": true, "status": 500}""")]
    [InlineData("""{"match": "/drafts/send", "afterEffect": true, "delayMs": 1000, "status": 504}""")]
    [InlineData("""{"match": "POST /proxy/gmail/v1/users/me/drafts", "times": 2, "status": 503}""")]
    [InlineData("""{"match": "POST /proxy/gmail/v1/users/me/drafts", "afterEffect": true}""")]
    [InlineData("""{"match": "POST /proxy/gmail/v1/users/me/drafts", "afterEffect": true, "delayMs": 1000, "status": 504}""")]
    public async Task Step_RunsIntoWhatPasses_SendsOnce(string fault)
    {
        using var user = await world.UserAsync(Reply);
        await world.FaultAsync(fault);

        await world.Sandbox.SendEmailAsync(user.Mailbox, FaultyWorldUser.Sender, "A question");

        var run = await user.RunAsync("completed");
        var step = await user.StepAsync(run);
        output.WriteLine($"{fault}: {step["attempts"]} attempts");
        Assert.Equal("completed", (string)step["status"]!);
        Assert.Null(step["error"]);
        Assert.Equal(0, await world.Sandbox.FaultsWaitingAsync());
        Assert.Equal((1, 0), (await world.SentAsync(user.Mailbox), await world.DraftsAsync(user.Mailbox)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Account_IsRefused_HoldsTheRun_WhichGoesOnOnceItWorks(bool byItself)
    {
        using var user = await world.UserAsync(Reply);
        if (byItself)
        {
            await world.Sandbox.BreakAsync(user.Mailbox);
        }
        else
        {
            await world.FaultAsync("""{"match": "/proxy", "status": 424, "nango": true}""");
        }

        await world.Sandbox.SendEmailAsync(user.Mailbox, FaultyWorldUser.Sender, "A question");
        var held = await user.RunAsync("waiting");
        var connection = await user.Client.ConnectionAsync(user.Mailbox);
        var step = await user.StepAsync(held);
        output.WriteLine((string)step["error"]!);
        Assert.Equal((string)connection["id"]!, (string)held["heldBy"]!);
        Assert.Contains("Reconnect Gmail", (string)step["error"]!, StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => (string)(await user.Client.ConnectionAsync(user.Mailbox))["status"]! == "needs_reauth");
        Assert.Equal("needs_reauth", (string)(await user.Client.SendAsync(HttpMethod.Get, $"/api/cortex/units/{user.UnitId}")).Ok()["unit"]!["health"]!);

        await (byItself ? world.Sandbox.RecoverAsync(user.Mailbox) : world.Sandbox.ReconnectGmailAsync(user.Uid, user.Mailbox));

        var run = await user.RunAsync("completed");
        Assert.Null((string?)run["heldBy"]);
        Assert.Equal(1, await world.SentAsync(user.Mailbox));
        Assert.Equal("active", (string)(await user.Client.ConnectionAsync(user.Mailbox))["status"]!);
    }

    [Fact]
    public async Task Step_IsRefusedForGood_FailsWithASentence_AndARetrySends()
    {
        using var user = await world.UserAsync(Reply);
        await world.FaultAsync("""{"match": "/drafts/send", "status": 400}""");
        await world.Sandbox.SendEmailAsync(user.Mailbox, FaultyWorldUser.Sender, "A question");

        var failed = await user.RunAsync("failed");
        var step = await user.StepAsync(failed);
        output.WriteLine((string)failed["error"]!);
        Assert.Equal(0, await world.DraftsAsync(user.Mailbox));
        Assert.Equal((string)failed["error"]!, (string)step["error"]!);
        Assert.Contains("retry", (string)failed["error"]!, StringComparison.OrdinalIgnoreCase);

        for (var times = 1; times <= 2; times++)
        {
            (await user.Client.SendAsync(HttpMethod.Post, $"/api/cortex/runs/{failed["id"]}/retry", headers: ("Idempotency-Key", "retry"))).Ok();
            await user.RunAsync("completed");
        }

        Assert.Equal(1, await world.SentAsync(user.Mailbox));

        var again = await RerunAsync();
        Assert.Equal(again, await RerunAsync());
        Assert.Equal(409, (await user.Client.SendAsync(HttpMethod.Post, $"/api/cortex/runs/{failed["id"]}/retry")).Status);

        async Task<string> RerunAsync() =>
            (string)(await user.Client.SendAsync(HttpMethod.Post, $"/api/cortex/runs/{failed["id"]}/rerun", headers: ("Idempotency-Key", "rerun"))).Ok()["run"]!["id"]!;
    }

    public async ValueTask DisposeAsync() => await world.Sandbox.HealAsync();
}
