using Cortex.Console.Tests.Support;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Flows;

public sealed class ManagingTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    private const string StatusRoute = "**/api/cortex/units/*/status";

    [Fact]
    public async Task Pause_ShowsAtOnce_AndCanBeUndone()
    {
        await AutomationAsync();
        await OpenAsync();
        var answered = new TaskCompletionSource();
        await Page.RouteAsync(StatusRoute, async route =>
        {
            await answered.Task;
            await route.ContinueAsync();
        });
        await Expect(Row("Test emails").GetByText("Active")).ToBeVisibleAsync();

        // From the click to the change, in the page's own time; the answer has not come yet.
        var took = await Page.EvaluateAsync<double>("""
            () => new Promise(resolve => {
              const began = performance.now();
              const row = document.querySelector('li.unit-row');
              new MutationObserver((_, observer) => {
                if (row.textContent.includes('Paused')) { observer.disconnect(); resolve(performance.now() - began); }
              }).observe(row, { subtree: true, childList: true, characterData: true });
              row.querySelector('button[aria-label^="Pause"]').click();
            })
            """);
        Assert.True(took <= 100, $"The change took {took} ms to show.");
        answered.SetResult();
        await Expect(Notices.GetByText("Test emails: paused")).ToBeVisibleAsync();
        await Notices.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(Row("Test emails").GetByText("Active")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task PauseRefused_RollsBack_AndOffersARetry()
    {
        Expect("500");
        await AutomationAsync();
        await OpenAsync();
        await Expect(Row("Test emails").GetByText("Active")).ToBeVisibleAsync();
        await Page.RouteAsync(StatusRoute, route => AnswerAsync(route, 500, Problem(500, "Something went wrong.")), new() { Times = 1 });
        await Button("Pause Test emails").ClickAsync();
        await Expect(Notices.GetByText("Test emails could not be changed.")).ToBeVisibleAsync();
        await Expect(Row("Test emails").GetByText("Active")).ToBeVisibleAsync();
        await Notices.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await Expect(Row("Test emails").GetByText("Paused")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task PausedAutomation_RunsNothing_AndTheEventSaysWhy()
    {
        var (id, mailbox) = await AutomationAsync();
        await User.SetStatusAsync(id, "paused");
        var known = await User.EventIdsAsync();
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "While paused");
        await User.NextSyncEventAsync(known);
        await OpenAsync("/events");
        var row = Page.Locator("details.event").Filter(new() { HasText = "Automation paused" });
        await row.Locator("summary").ClickAsync();
        await Expect(row.GetByText("Test emails")).ToBeVisibleAsync();
        await Expect(row.GetByText("While paused").First).ToBeVisibleAsync();
        Assert.Empty(await User.RunsAsync());
    }

    [Fact]
    public async Task Disable_ShowsItsBadge()
    {
        await AutomationAsync();
        await OpenAsync();
        await Button("More about Test emails").ClickAsync();
        await Button("Disable").ClickAsync();
        await Expect(Row("Test emails").GetByText("Disabled")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Delete_AsksFirst_CancelChangesNothing_ConfirmRemovesTheRow()
    {
        var (_, _) = await AutomationAsync();
        await User.CreateUnitAsync(Prompt, "Another");
        await OpenAsync();
        await Button("More about Test emails").ClickAsync();
        await Button("Delete").ClickAsync();
        await Expect(Dialog.GetByText("Delete “Test emails”?")).ToBeVisibleAsync();
        await Expect(Dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeFocusedAsync();
        await NoBarriersAsync("The dialog to delete");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Dialog).ToHaveCountAsync(0);
        await Expect(Row("Test emails")).ToBeVisibleAsync();

        await Button("More about Test emails").ClickAsync();
        await Button("Delete").ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(Row("Test emails")).ToHaveCountAsync(0);
        await Expect(Page.Locator(".unit-name:focus")).ToHaveTextAsync("Another");
    }

    [Fact]
    public async Task Keyboard_Alone_CreatesPausesAndDeletes()
    {
        await ConnectGmailAsync();
        await OpenAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("n");
        await Page.Keyboard.TypeAsync(Prompt);
        await Page.Keyboard.PressAsync("Control+Enter");
        await Expect(Page.GetByText("Here's what Cortex understood")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync("By keys");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".unit-name:focus")).ToHaveTextAsync("By keys");
        await Page.Keyboard.PressAsync("p");
        await Expect(Row("By keys").GetByText("Paused")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("?");
        await Expect(Dialog.GetByText("Keyboard shortcuts")).ToBeVisibleAsync();
        await NoBarriersAsync("The list of shortcuts");
        await Page.Keyboard.PressAsync("Escape");
        await Page.Locator(".unit-name").FocusAsync();
        await Page.Keyboard.PressAsync("Tab"); // Resume
        await Page.Keyboard.PressAsync("Tab"); // More
        await Page.Keyboard.PressAsync("Enter");
        await Button("Delete").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Tab"); // from Cancel to Delete
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Row("By keys")).ToHaveCountAsync(0);
        await Expect(Page.GetByLabel("What should happen?")).ToBeFocusedAsync(); // there is no other row to go to
        await Heading("Automations").First.FocusAsync();
        await Page.Keyboard.PressAsync("g");
        await Page.Keyboard.PressAsync("r");
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/runs$"));
    }

    [Fact]
    public async Task TwoTabs_StayInStep()
    {
        await AutomationAsync();
        await OpenAsync();
        var other = await NewPageAsync();
        await other.GotoAsync("/");
        await Expect(other.Locator("li.unit-row").GetByText("Active")).ToBeVisibleAsync();
        await Button("Pause Test emails").ClickAsync();
        await other.BringToFrontAsync();
        await Expect(other.Locator("li.unit-row").GetByText("Paused")).ToBeVisibleAsync();
    }
}
