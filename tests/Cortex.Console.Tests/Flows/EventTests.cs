using System.Text.RegularExpressions;
using Cortex.Console.Tests.Support;

namespace Cortex.Console.Tests.Flows;

public sealed class EventTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    [Fact]
    public async Task EventThatDidNotMatch_ShowsTheConditionThatFailed_AndWhatItSaw()
    {
        var (_, mailbox) = await AutomationAsync();
        var known = await User.EventIdsAsync();
        await Sandbox.SendEmailAsync(mailbox, "boss@x.example", "Not for the test");
        await User.NextSyncEventAsync(known);
        await OpenAsync("/events");
        var row = Page.Locator("details.event").Filter(new() { HasText = "No automation matched" });
        await Expect(row).ToContainTextAsync("Not for the test");
        await row.Locator("summary").ClickAsync();
        await Expect(row).ToContainTextAsync("test@test.com");
        await Expect(row).ToContainTextAsync("boss@x.example");
        await NoBarriersAsync("An open event");
    }

    [Fact]
    public async Task EventThatRan_LeadsToItsRun_AndTheRunToItsEvent()
    {
        var (unit, mailbox) = await AutomationAsync();
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "It matches");
        await User.RunsOfAsync(unit, 1);
        await OpenAsync("/events");
        var row = Page.Locator("details.event").Filter(new() { HasText = "Started 1 run" });
        await row.Locator("summary").ClickAsync();
        await row.GetByText("See the run").ClickAsync();
        await Expect(Heading("Timeline")).ToBeVisibleAsync();
        await Page.GetByText("the event that brought it").ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/events\\?event="));
        await Expect(Page.Locator("details.event[open]")).ToContainTextAsync("See the run");
    }

    [Fact]
    public async Task Filters_NarrowToAResult()
    {
        var (_, mailbox) = await AutomationAsync();
        var known = await User.EventIdsAsync();
        await Sandbox.SendEmailAsync(mailbox, "boss@x.example", "Filtered");
        await User.NextSyncEventAsync(known);
        await OpenAsync("/events");
        await Page.GetByLabel("Result").SelectOptionAsync("filtered");
        await Expect(Page).ToHaveURLAsync(new Regex("outcome=filtered"));
        await Expect(Page.Locator("details.event")).ToHaveCountAsync(1);
        await Page.GetByLabel("Result").SelectOptionAsync("ran");
        await Expect(Page.GetByText("No event fits")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task NearMisses_AreOnTheAutomationsPage()
    {
        var (unit, mailbox) = await AutomationAsync();
        var known = await User.EventIdsAsync();
        await Sandbox.SendEmailAsync(mailbox, "boss@x.example", "So near");
        await User.NextSyncEventAsync(known);
        await OpenAsync($"/automations/{unit}");
        await Expect(Page.GetByRole(Microsoft.Playwright.AriaRole.List, new() { Name = "Near misses" })).ToContainTextAsync("So near");
        await Button("Try it").ClickAsync();
        await Expect(Page.GetByText("It would not run.")).ToBeVisibleAsync();
        await NoBarriersAsync("An automation");
    }
}
