using Cortex.Console.Tests.Support;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Flows;

/// <summary>From the first page to the first run, as somebody does who has read nothing.</summary>
public sealed class FirstVisitTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    [Fact]
    public async Task SignIn_Connect_Create_Send_Watch_WithinAMinute()
    {
        var began = TimeProvider.System.GetTimestamp();
        await Page.GotoAsync("/");
        await Expect(Heading("Sign in")).ToBeVisibleAsync();
        await Page.GetByLabel("E-mail").FillAsync(Uid);
        await Button("Sign in").ClickAsync();

        await Expect(Heading("Three steps to your first automation")).ToBeVisibleAsync();
        await Button("Connect Gmail").ClickAsync();
        await AllowAsync();
        await Expect(Notices.GetByText("Gmail connected")).ToBeVisibleAsync();

        await Button(Prompt).ClickAsync();
        await Expect(Page.GetByText("Here's what Cortex understood")).ToBeVisibleAsync();
        await Button("Create automation").ClickAsync();
        await Expect(Row("Emails from the test address").GetByText("Active")).ToBeVisibleAsync();

        await Button("Send a test email").ClickAsync();
        await Expect(Notices.GetByText("Completed")).ToBeVisibleAsync();
        var took = TimeProvider.System.GetElapsedTime(began);
        Assert.True(took < TimeSpan.FromSeconds(60), $"It took {took}.");

        await Notices.GetByRole(AriaRole.Link, new() { Name = "View" }).First.ClickAsync();
        await Expect(Heading("Timeline")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Do nothing (just record it)")).ToBeVisibleAsync();
    }

    /// <summary>Goes through Nango's dialog, and the provider's window that it opens.</summary>
    private async Task AllowAsync()
    {
        var frame = Page.FrameLocator("iframe");
        var choice = frame.Locator("#choices button").First;
        var window = await Page.RunAndWaitForPopupAsync(() => choice.ClickAsync());
        await window.Locator("#allow").ClickAsync();
    }
}
