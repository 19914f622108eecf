using System.Text.Json.Nodes;
using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>What a user sees before an automation is trusted, and what it tells afterwards, without a language model.</summary>
public sealed class RehearsalTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Reply = "when: email from test@test.com then: reply \"Thank you\"";

    private CortexApplication _cortex = null!;
    private CortexClient _user = null!;
    private string _mailbox = null!;

    public async ValueTask InitializeAsync()
    {
        _cortex = await CortexApplication.StartAsync(await postgres.CreateDatabaseAsync());
        (_user, _mailbox) = await new ChecklistFlows(_cortex.Api, _cortex.Sandbox).UserWithGmailAsync();
    }

    [Fact]
    public async Task Test_WithASample_ShowsVerdictsAndInputs_AndCallsNobody()
    {
        var unitId = (string)(await _user.CreateUnitAsync(Reply))["id"]!;

        var matched = await PostAsync($"units/{unitId}/test", new { @event = new { from = "test@test.com", subject = "A question" } });
        var missed = await PostAsync($"units/{unitId}/test", new { @event = new { from = "boss@x.example" } });

        Assert.Equal(("sample", true), ((string)matched["source"]!, (bool)matched["matched"]!));
        var step = Assert.Single(matched["steps"]!.AsArray())!;
        Assert.Equal(("gmail.reply", "would_run", "Thank you"), ((string)step["tool"]!, (string)step["status"]!, (string)step["input"]!["body"]!));
        Assert.False((bool)missed["matched"]!);
        Assert.Contains("boss@x.example", missed["conditions"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("test@test.com", missed["conditions"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await _user.RunsAsync());
        Assert.Empty(await _cortex.Sandbox.CallsAsync(_mailbox));
    }

    /// <summary>Every route that compiles a prompt says how it can be put right, and what it says is taken.</summary>
    [Fact]
    public async Task RefusedPrompt_ComesWithSuggestions_OnEveryRoute()
    {
        const string Wrong = "when: emial from test@test.com then: archve it";
        var unitId = (string)(await _user.CreateUnitAsync(Reply))["id"]!;

        foreach (var (method, route) in new[] { (HttpMethod.Post, "units"), (HttpMethod.Post, "units/preview"), (HttpMethod.Post, "units/backtest"), (HttpMethod.Patch, $"units/{unitId}") })
        {
            var body = route == "units" ? (object)new { name = "Quiet", prompt = Wrong } : new { prompt = Wrong };
            var refused = await _user.SendAsync(method, $"/api/cortex/{route}", body);

            Assert.Equal(422, (int)refused.Status);
            Assert.Equal("from test@test.com", (string)Assert.Single(refused.Json["understood"]!.AsArray())!["as"]!);
            Assert.Equal(["emial", "archve it"], refused.Json["leftOver"]!.AsArray().Select(range => Wrong.Substring((int)range!["start"]!, (int)range["length"]!)));
            var suggestion = Assert.Single(refused.Json["suggestions"]!.AsArray())!;
            Assert.Equal("when: email from test@test.com then: archive it", (string)suggestion["prompt"]!);
            Assert.Equal("gmail.archive", (string)suggestion["program"]!["steps"]![0]!["tool"]!);
            Assert.StartsWith("When an email arrives", (string)suggestion["explanation"]!, StringComparison.Ordinal);
            Assert.Equal(["emial → email", "archve → archive"], suggestion["changes"]!.AsArray().Select(change => (string)change!));
        }

        var asked = await _user.SendAsync(HttpMethod.Post, "/api/cortex/units/preview", new { prompt = "when: email from test@test.com then: forward it" });
        Assert.Equal("when: email from test@test.com then: forward it to {answer}", (string)asked.Json["question"]!["insert"]!);
    }

    [Fact]
    public async Task Backtest_OfAnAutomationAndOfAPrompt_FindsMatchesAndNearMisses_AndDoesNothing()
    {
        var pausedId = (string)(await _user.CreateUnitAsync(Reply))["id"]!;
        await _user.SetStatusAsync(pausedId, "paused");
        var known = await _user.EventIdsAsync();
        await _cortex.Sandbox.SendEmailsAsync(_mailbox, [SandboxClient.Email("test@test.com", "Wanted"), SandboxClient.Email("boss@x.example", "Missed")]);
        await _user.NextSyncEventAsync(known);

        foreach (var looked in new[] { await PostAsync($"units/{pausedId}/backtest", new { days = 3 }), await PostAsync("units/backtest", new { prompt = Reply }) })
        {
            Assert.Equal((1, 1), ((int)looked["counts"]!["matches"]!, (int)looked["counts"]!["nearMisses"]!));
            Assert.Equal("Wanted", (string)looked["matches"]![0]!["title"]!);
            Assert.Equal("Missed", (string)looked["nearMisses"]![0]!["title"]!);
            Assert.Equal(("fails", "boss@x.example"), ((string)looked["nearMisses"]![0]!["condition"]!["verdict"]!, (string)looked["nearMisses"]![0]!["condition"]!["saw"]!));
        }

        var tested = await PostAsync($"units/{pausedId}/test", new { });
        Assert.Equal("stored", (string)tested["source"]!);
        Assert.Empty(await _user.RunsAsync());
        Assert.Empty(await _cortex.Sandbox.CallsAsync(_mailbox));
    }

    [Fact]
    public async Task Notification_OfARun_IsListed_ForItsUserOnly()
    {
        var unitId = (string)(await _user.CreateUnitAsync("when: email from test@test.com then: notify me"))["id"]!;
        await _cortex.Sandbox.SendEmailAsync(_mailbox, "test@test.com", "The roof leaks");
        var run = Assert.Single(await _user.RunsOfAsync(unitId, 1));

        var told = Assert.Single((await _user.SendAsync(HttpMethod.Get, "/api/cortex/notifications")).Ok()["notifications"]!.AsArray())!;

        Assert.Equal((unitId, (string)run["id"]!), ((string)told["unitId"]!, (string)told["runId"]!));
        Assert.Contains("The roof leaks", (string)told["text"]!, StringComparison.Ordinal);
        using var stranger = await _cortex.UserAsync($"uid-{Guid.NewGuid():N}");
        Assert.Empty((await stranger.SendAsync(HttpMethod.Get, "/api/cortex/notifications")).Ok()["notifications"]!.AsArray());
    }

    [Fact]
    public async Task Preview_WarnsOfWhatThisInstallationCannotDo_AndCreateRefusesIt()
    {
        const string Prompt = "when: email from test@test.com then: summarize it and notify me";

        var preview = await PostAsync("units/preview", new { prompt = Prompt });
        var refused = await _user.SendAsync(HttpMethod.Post, "/api/cortex/units", new { name = "Summary", prompt = Prompt });

        Assert.Equal("builtin", (string)preview["compiler"]!);
        Assert.Contains("no language model is configured", (string)Assert.Single(preview["warnings"]!.AsArray())!, StringComparison.Ordinal);
        Assert.Equal((422, "unsupported_action"), (refused.Status, (string)refused.Json["code"]!));
    }

    [Fact]
    public async Task WhatCouldHurt_IsShownByThePreview_AndKeptOnlyWithItsHash()
    {
        const string Prompt = "When I get an email, move it to the trash";
        await _user.CreateUnitAsync("when: email from test@test.com then: do nothing");
        var known = await _user.EventIdsAsync();
        await _cortex.Sandbox.SendEmailsAsync(_mailbox, [SandboxClient.Email("test@test.com", "One"), SandboxClient.Email("boss@x.example", "Another")]);
        await _user.NextSyncEventAsync(known);

        var preview = await PostAsync("units/preview", new { prompt = Prompt });
        var refused = await _user.SendAsync(HttpMethod.Post, "/api/cortex/units", new { name = "Clean", prompt = Prompt });
        var created = await _user.SendAsync(HttpMethod.Post, "/api/cortex/units", new { name = "Clean", prompt = Prompt, programHash = (string)preview["programHash"]! });

        Assert.Equal(("It would have moved 2 of the last 2 emails to the trash.", 2, 2), ((string)preview["danger"]!["sentence"]!, (int)preview["danger"]!["matched"]!, (int)preview["danger"]!["of"]!));
        Assert.Equal((422, "needs_confirmation"), (refused.Status, (string)refused.Json["code"]!));
        Assert.StartsWith("Invalid compilation: It would have moved 2 of the last 2 emails to the trash. ", (string)refused.Json["error"]!, StringComparison.Ordinal);
        Assert.Equal((preview["danger"]!.ToJsonString(), (string)preview["programHash"]!), (refused.Json["danger"]!.ToJsonString(), (string)refused.Json["programHash"]!));
        Assert.Equal(201, created.Status);
        Assert.Null((await PostAsync("units/preview", new { prompt = Reply }))["danger"]);
    }

    [Fact]
    public async Task Refusal_SaysWhereInThePrompt()
    {
        const string Prompt = "when: email from test@test.com then: post it to Slack";

        var refused = await _user.SendAsync(HttpMethod.Post, "/api/cortex/units", new { name = "Slack", prompt = Prompt });

        Assert.Equal((422, "unsupported_action"), (refused.Status, (string)refused.Json["code"]!));
        var at = refused.Json["at"]!;
        Assert.Contains("Slack", Prompt.Substring((int)at["start"]!, (int)at["length"]!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotUnderstood_WithoutAModel_SaysThatNoneIsConfigured()
    {
        foreach (var path in new[] { "/api/cortex/units", "/api/cortex/units/preview" })
        {
            object body = path.EndsWith("preview", StringComparison.Ordinal) ? new { prompt = ModelAnswers.Prompt } : new { name = "Unhappy", prompt = ModelAnswers.Prompt };
            var refused = await _user.SendAsync(HttpMethod.Post, path, body);

            Assert.Equal(422, refused.Status);
            Assert.NotEmpty((string)refused.Json["code"]!);
            Assert.Contains("No language model is configured", (string)refused.Json["error"]!, StringComparison.Ordinal);
        }

        Assert.Empty(await _cortex.Sandbox.ModelRequestsAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _user.Dispose();
        await _cortex.DisposeAsync();
    }

    private async Task<JsonNode> PostAsync(string path, object body) => (await _user.SendAsync(HttpMethod.Post, $"/api/cortex/{path}", body)).Ok();
}
