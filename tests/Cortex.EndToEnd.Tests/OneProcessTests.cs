using System.Text.Json.Nodes;
using Cortex.Testing;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Cortex.EndToEnd.Tests;

/// <summary>API and silo in one process, real PostgreSQL, the sandbox over HTTP.</summary>
public sealed class OneProcessTests(PostgresFixture postgres) : IAsyncLifetime
{
    private CortexApplication _cortex = null!;
    private ChecklistFlows _flows = null!;

    public async ValueTask InitializeAsync()
    {
        _cortex = await CortexApplication.StartAsync(await postgres.CreateDatabaseAsync());
        _flows = new(_cortex.Api, _cortex.Sandbox);
    }

    [Fact]
    public Task Checklist_Flow1_CreateAndExecute() => _flows.CreateAndExecuteAsync();

    [Fact]
    public Task Checklist_Flow2_PauseAndResume() => _flows.PauseAndResumeAsync();

    [Fact]
    public Task Checklist_Flow3_ErrorHandling() => _flows.HandleErrorsAsync();

    [Fact]
    public async Task Webhook_DeliveredTwice_RunsOnce()
    {
        var (user, mailbox) = await _flows.UserWithGmailAsync();
        using var _ = user;
        var unitId = (string)(await user.CreateUnitAsync(ChecklistFlows.Prompt))["id"]!;

        await _cortex.Sandbox.SendEmailTwiceAsync(mailbox, "test@test.com", "Once");
        await Eventually.TrueAsync(async () => (await user.EventsAsync()).Count(e => (string)e["type"]! == "sync" && (string)e["status"]! == "processed") == 2);

        Assert.Single(await user.RunsAsync(unitId));
        Assert.Contains(await user.EventsAsync(), e => (string?)e["outcome"] == "duplicate");
    }

    [Fact]
    public async Task Reply_ThroughTheProxy_ReachesTheSenderOnce()
    {
        var (user, mailbox) = await _flows.UserWithGmailAsync();
        using var _ = user;
        var unitId = (string)(await user.CreateUnitAsync("when: email from test@test.com then: reply \"Thank you\""))["id"]!;

        await _cortex.Sandbox.SendEmailAsync(mailbox, "Tess <test@test.com>", "A question");
        var run = Assert.Single(await user.RunsOfAsync(unitId, 1));

        var step = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/runs/{run["id"]}/steps")).Ok()["steps"]!.AsArray().Single()!;
        Assert.Equal(("gmail.reply", "completed"), ((string)step["tool"]!, (string)step["status"]!));
        Assert.Single(await _cortex.Sandbox.CallsAsync(mailbox), c => ((string)c!["path"]!).EndsWith("/drafts/send", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restart_WhatWasAcknowledged_IsThere()
    {
        var (user, mailbox) = await _flows.UserWithGmailAsync();
        using var _ = user;
        var unitId = (string)(await user.CreateUnitAsync(ChecklistFlows.Prompt))["id"]!;
        await _cortex.Sandbox.SendEmailAsync(mailbox, "test@test.com", "Before the restart");

        await _cortex.RestartAsync();

        Assert.Single(await user.RunsOfAsync(unitId, 1));
    }

    [Fact]
    public async Task Me_IsWhatTheUserSaid_AndNothingElseIsTaken()
    {
        const string Path = "/api/cortex/me";
        var (user, _) = await _flows.UserWithGmailAsync();
        using var owner = user;
        await user.CreateUnitAsync(ChecklistFlows.Prompt);
        var usual = (await user.SendAsync(HttpMethod.Get, Path)).Ok()["me"]!;
        Assert.Equal(("UTC", "each", 500, 1), ((string)usual["timeZone"]!, (string)usual["failureNotices"]!, (int)usual["limits"]!["units"]!, (int)usual["usage"]!["units"]!));

        await user.SendAsync(HttpMethod.Patch, Path, new { timeZone = "Asia/Tokyo", workingHours = new { days = new[] { "sunday", "monday" }, from = "08:30", to = "12:00" } });
        var changed = (await user.SendAsync(HttpMethod.Patch, Path, new { failureNotices = "daily" })).Ok()["me"]!;

        Assert.Equal(("Asia/Tokyo", "daily"), ((string)changed["timeZone"]!, (string)changed["failureNotices"]!));
        Assert.Equal("""{"days":["sunday","monday"],"from":"08:30","to":"12:00"}""", changed["workingHours"]!.ToJsonString());
        foreach (var wrong in new object[]
        {
            new { timeZone = "Mars/Olympus" }, new { timeZone = "W. Europe Standard Time" }, new { failureNotices = "shout" }, new { language = "de" },
            new { workingHours = new { days = new[] { "someday" }, from = "08:30", to = "12:00" } },
            new { workingHours = new { days = new[] { "monday", "monday" }, from = "08:30", to = "12:00" } },
            new { workingHours = new { days = new[] { "monday" }, from = "12:00", to = "08:30" } },
        })
        {
            Assert.Equal(400, (await user.SendAsync(HttpMethod.Patch, Path, wrong)).Status);
        }

        Assert.True(JsonNode.DeepEquals(changed, (await user.SendAsync(HttpMethod.Get, Path)).Ok()["me"]));
    }

    public async ValueTask DisposeAsync() => await _cortex.DisposeAsync();
}
