using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cortex.Console.Tests.Support;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Flows;

public sealed class RunTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    private const string TwoSteps = "when: email from test@test.com then: star it and archive it";

    private async Task<string> FailedRunAsync()
    {
        var (id, mailbox) = await AutomationAsync(TwoSteps);
        await Sandbox.FaultAsync(new { match = "/modify", status = 400, times = 100 });
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "It will fail");
        return (string)(await User.RunsOfAsync(id, 1, "failed"))[0]["id"]!;
    }

    [Fact]
    public async Task FailedRun_ShowsTheErrorFirst_WhatToDo_AndTheStepsThatWereNotRun_AndIsRetried()
    {
        var id = await FailedRunAsync();
        await OpenAsync($"/runs/{id}");
        await Expect(Page.GetByText("Failed at step 1 of 2")).ToBeVisibleAsync();
        await Expect(Page.GetByText("What to do:")).ToBeVisibleAsync();
        await Expect(Page.GetByText("not run because step 1 failed")).ToBeVisibleAsync();
        await Expect(Page.Locator("ol.timeline details[open]").GetByText("1 attempt")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Error", Exact = true })).ToBeVisibleAsync();
        await NoBarriersAsync("A failed run");

        await Sandbox.HealAsync();
        await Button("Retry from the failed step").ClickAsync();
        await Expect(Page.GetByText("Completed").First).ToBeVisibleAsync();
        await Expect(Page.Locator("ol.timeline > li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task CallThatFailedBeforeTheStepWorked_IsShownWithItsTimeAndError()
    {
        var (unit, mailbox) = await AutomationAsync("when: email from test@test.com then: star it");
        await Sandbox.FaultAsync(new { match = "/modify", status = 503, times = 1 });
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "Twice");
        var id = (string)(await User.RunsOfAsync(unit, 1, "completed"))[0]["id"]!;
        await OpenAsync($"/runs/{id}?step=1");
        var step = Page.Locator("ol.timeline details[open]");
        await Expect(step.GetByText("2 attempts").First).ToBeVisibleAsync();
        await Expect(step.GetByRole(AriaRole.Heading, new() { Name = "Calls that failed" })).ToBeVisibleAsync();
        await Expect(step.Locator("ol.failures > li")).ToHaveTextAsync(new Regex("ago, .*: .*503"));
        await NoBarriersAsync("A step that was tried twice");
    }

    [Fact]
    public async Task DeepLink_OpensTheStep_WithItsInputAndOutput()
    {
        var (unit, mailbox) = await AutomationAsync(TwoSteps);
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "Deep");
        var id = (string)(await User.RunsOfAsync(unit, 1))[0]["id"]!;
        await OpenAsync($"/runs/{id}?step=2");
        await Expect(Page.Locator("ol.timeline details[open]")).ToHaveCountAsync(1);
        await Expect(Page.Locator("ol.timeline details[open]")).ToContainTextAsync("Archive the email");
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Input of step 2" })).ToBeVisibleAsync();
        await Button("Expand all").ClickAsync();
        await Expect(Page.Locator("ol.timeline details[open]")).ToHaveCountAsync(2);
        await NoBarriersAsync("A run with open steps");
        await Page.GetByText("Show the item").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "The item that started this run" })).ToContainTextAsync("Deep");
    }

    [Fact]
    public async Task RunThatANoticeToldOf_AndCannotBeReadYet_IsStarting_NotMissing()
    {
        Expect("404");
        var (_, mailbox) = await AutomationAsync();
        await OpenAsync();
        await Expect(Page.Locator(".live")).ToContainTextAsync("updated");
        var missing = true;
        await Page.RouteAsync(new Regex("/api/cortex/runs/run_"), route => missing ? AnswerAsync(route, 404, Problem(404, "There is no such run.")) : route.ContinueAsync());
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "Quick");
        await Notices.GetByRole(AriaRole.Link, new() { Name = "View" }).ClickAsync();
        await Expect(Page.GetByText("Starting…")).ToBeVisibleAsync();
        missing = false;
        await Expect(Heading("Timeline")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task RunThatIsNotHeardOf_IsStalled_AndSaysThatNothingNeedBeDone()
    {
        var (unit, mailbox) = await AutomationAsync();
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "Silence");
        var id = (string)(await User.RunsOfAsync(unit, 1))[0]["id"]!;
        await Page.RouteAsync($"**/api/cortex/runs/{id}", route => SilentAsync(route, answer => answer["run"]!.AsObject()));
        await Page.RouteAsync("**/api/cortex/runs?limit=25&*", route => SilentAsync(route, answer => answer["runs"]![0]!.AsObject()));
        await OpenAsync("/runs");
        await Expect(Page.Locator("li.run-row").GetByText("Stalled")).ToBeVisibleAsync();
        await NoBarriersAsync("A list with a stalled run");
        await OpenAsync($"/runs/{id}");
        await Expect(Page.GetByText("There is nothing that you need to do.")).ToBeVisibleAsync();
        await NoBarriersAsync("A stalled run");
    }

    /// <summary>As if its silo were gone, and no other had taken it up.</summary>
    private static async Task SilentAsync(IRoute route, Func<JsonNode, JsonObject> find)
    {
        var answer = await route.FetchAsync();
        var body = JsonNode.Parse(await answer.TextAsync())!;
        var run = find(body);
        (run["status"], run["completedAt"], run["durationMs"], run["updatedAt"]) = ("running", null, null, TimeProvider.System.GetUtcNow().AddMinutes(-3).ToString("O"));
        await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
    }

    [Fact]
    public async Task RunAgain_MakesANewRunOfTheSameItem()
    {
        var (unit, mailbox) = await AutomationAsync();
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "Again");
        var id = (string)(await User.RunsOfAsync(unit, 1))[0]["id"]!;
        await OpenAsync($"/runs/{id}");
        await Button("Run again").ClickAsync();
        await Expect(Page).Not.ToHaveURLAsync(new Regex(id));
        await Expect(Page.GetByText("Again").First).ToBeVisibleAsync();
        await User.RunsOfAsync(unit, 2);
    }

    [Fact]
    public async Task WaitingRun_SaysUntilWhen_AndIsCanceled()
    {
        var (unit, mailbox) = await AutomationAsync("when: email from test@test.com then: wait 2 days and then star it");
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "Later");
        var id = (string)(await User.RunsOfAsync(unit, 1, "waiting"))[0]["id"]!;
        await OpenAsync($"/runs/{id}");
        await Expect(Page.GetByText("It goes on by itself")).ToBeVisibleAsync();
        await NoBarriersAsync("A waiting run");
        await Button("Cancel this run").ClickAsync();
        await Expect(Page.Locator(".badge").GetByText("Canceled").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AnotherUsersRun_IsNotToldFromOneThatDoesNotExist()
    {
        Expect("404");
        var (unit, mailbox) = await AutomationAsync();
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "Private");
        var id = (string)(await User.RunsOfAsync(unit, 1))[0]["id"]!;
        await using var context = await Browser.NewContextAsync(new() { BaseURL = Cortex.Api.AbsoluteUri });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/runs/{id}");
        await page.GetByLabel("E-mail").FillAsync("stranger@example.com");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("This run doesn't exist or isn't yours")).ToBeVisibleAsync();
        await OpenAsync("/runs/run_00000000000000000000000000000000");
        await Expect(Page.GetByText("This run doesn't exist or isn't yours")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Filters_AreInTheAddress_AndClear()
    {
        var (unit, mailbox) = await AutomationAsync();
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "One");
        await User.RunsOfAsync(unit, 1);
        await OpenAsync("/runs");
        await Expect(Page.Locator("li.run-row")).ToHaveCountAsync(1);
        await Page.GetByLabel("Status").SelectOptionAsync("failed");
        await Expect(Page).ToHaveURLAsync(new Regex("status=failed"));
        await Expect(Page.GetByText("No run is failed here")).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByLabel("Status")).ToHaveValueAsync("failed");
        await Button("Clear filters").ClickAsync();
        await Expect(Page.Locator("li.run-row")).ToHaveCountAsync(1);
    }
}
