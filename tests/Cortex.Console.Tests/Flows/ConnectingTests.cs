using Cortex.Console.Tests.Support;
using Cortex.Testing;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Flows;

public sealed class ConnectingTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    private IFrameLocator Frame => Page.FrameLocator("iframe");

    private ILocator Account(string provider) => Page.Locator("li.connection-row").Filter(new() { HasText = provider });

    [Theory]
    [InlineData("Gmail")]
    [InlineData("Google Calendar")]
    [InlineData("Salesforce")]
    public async Task Connect_ThroughNangosDialog_ShowsTheAccount(string provider)
    {
        await OpenAsync("/connections");
        await Button($"Connect {provider}").ClickAsync();
        var window = await Page.RunAndWaitForPopupAsync(() => Frame.Locator("#choices button").First.ClickAsync());
        await window.Locator("#allow").ClickAsync();
        await Expect(Notices.GetByText($"{provider} connected")).ToBeVisibleAsync();
        await Expect(Account(provider).GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(Page.Locator("iframe")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Close_WithoutConnecting_ChangesNothing()
    {
        await OpenAsync("/connections");
        await Button("Connect Gmail").ClickAsync();
        await Frame.Locator("#close").ClickAsync();
        await Expect(Page.Locator("iframe")).ToHaveCountAsync(0);
        await Expect(Account("Gmail").GetByText("not connected")).ToBeVisibleAsync();
        await Expect(Notices.Locator(".toast")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SessionRefused_ClosesTheDialog_AndSaysWhy()
    {
        Expect("503");
        await OpenAsync("/connections");
        await Page.RouteAsync("**/connections/session", route => AnswerAsync(route, 503, Problem(503, "Nango is not available.")));
        await Button("Connect Gmail").ClickAsync();
        await Expect(Notices.GetByText("Nango is not available.")).ToBeVisibleAsync();
        await Expect(Page.Locator("iframe")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task BlockedWindow_SaysHowToAllowIt()
    {
        await OpenAsync("/connections");
        await Button("Connect Gmail").ClickAsync();
        await Expect(Frame.Locator("#choices button").First).ToBeVisibleAsync();
        await Page.Frames.Single(f => f != Page.MainFrame).EvaluateAsync(
            "parent.postMessage({ type: 'error', payload: { errorType: 'blocked_by_browser', errorMessage: 'blocked' } }, '*')");
        await Expect(Notices.GetByText("Allow pop-ups for this page")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task BrokenAccount_AsksToReconnect_AndIsWellAfterwards()
    {
        var mailbox = await ConnectGmailAsync();
        using (var http = CortexClient.Anonymous(Cortex.Settings.SandboxUrl!))
        {
            (await http.SendAsync(HttpMethod.Post, $"/sandbox/connections/{mailbox}/break", new { })).Ok();
        }

        await OpenAsync("/connections");
        await Expect(Account("Gmail").GetByText("Reconnect needed")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Navigation).GetByText("to be connected again")).ToBeAttachedAsync();
        await NoBarriersAsync("A connection that must be renewed");
        await Button("Reconnect Gmail").ClickAsync();
        var window = await Page.RunAndWaitForPopupAsync(() => Frame.Locator("#choices button").First.ClickAsync());
        await window.Locator("#allow").ClickAsync();
        await Expect(Account("Gmail").GetByText("Connected", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Disconnect_NamesTheAutomationsThatStop_AndTheyNeedAConnectionThen()
    {
        await AutomationAsync();
        await OpenAsync("/connections");
        await Button("Disconnect Gmail").ClickAsync();
        await Expect(Dialog.GetByText("Test emails")).ToBeVisibleAsync();
        await NoBarriersAsync("The dialog to disconnect");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }).ClickAsync();
        await Expect(Account("Gmail").GetByText("not connected")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Automations" }).ClickAsync();
        await Expect(Row("Test emails").GetByText("Needs connection")).ToBeVisibleAsync();
    }
}
