using Cortex.Console.Tests.Support;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Look;

/// <summary>Every page with something on it: no barrier, nothing that sticks out, nothing that overlaps; and a picture for the documents.</summary>
/// <remarks><c>CORTEX_ACCEPT=1</c> puts the pictures into docs/screenshots; otherwise they go to artifacts.</remarks>
public abstract class LookTests(ConsoleFixture fixture, string theme, int width) : ConsoleTest(fixture)
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("CORTEX_ACCEPT") == "1"
        ? Path.Combine(Repository.Root, "docs", "screenshots")
        : Path.Combine(Repository.Root, "artifacts", "screenshots");

    protected override ViewportSize Viewport => new() { Width = width, Height = 900 };

    protected override ColorScheme Scheme => theme == "dark" ? ColorScheme.Dark : ColorScheme.Light;

    [Fact]
    public async Task EveryPage_IsWithoutBarriers_AndFits()
    {
        await Page.GotoAsync("/sign-in");
        await Expect(Heading("Sign in")).ToBeVisibleAsync();
        await LookAsync("sign-in");

        var mailbox = await ConnectGmailAsync();
        await User.CreateUnitAsync("when: email from test@test.com then: notify me", "Tell me about test emails");
        var failing = (string)(await User.CreateUnitAsync("when: an email with subject containing \"invoice\" arrives then: star it and archive it", "Star and file invoices"))["id"]!;
        var paused = (string)(await User.CreateUnitAsync(Prompt, "Note test emails, an automation with a rather long name that has to wrap somewhere on a narrow screen"))["id"]!;
        await User.SetStatusAsync(paused, "paused");
        await Sandbox.FaultAsync(new { match = "/modify", status = 400, times = 100 });
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "invoice 2231 is due, and here is a subject that goes on for quite a while so that it must wrap");
        var failed = (string)(await User.RunsOfAsync(failing, 1, "failed"))[0]["id"]!;
        await Sandbox.HealAsync();
        await Sandbox.SendEmailAsync(mailbox, "boss@x.example", "Lunch?");
        await Testing.Eventually.GetAsync(async () => (await User.EventsAsync()).FirstOrDefault(e => (string?)e["summary"] == "Lunch?"));

        await OpenAsync();
        await Expect(Row("Star and file invoices")).ToBeVisibleAsync();
        await Page.GetByLabel("What should happen?").FillAsync("when: email from ana@example.com then: star it");
        await Expect(Page.GetByText("Here's what Cortex understood")).ToBeVisibleAsync();
        await LookAsync("automations");

        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Notifications.*1 new") }).ClickAsync();
        await Expect(Dialog.GetByText("Tell me about test emails")).ToBeVisibleAsync();
        await LookAsync("notifications");
        await Page.Keyboard.PressAsync("Escape");

        foreach (var (path, shows, name) in new[]
        {
            ($"/automations/{failing}", "#backtest", "automation"),
            ("/runs", "li.run-row", "runs"),
            ($"/runs/{failed}", "[role=alert]", "run"),
            ("/events", "details.event", "events"),
            ("/connections", "li.connection-row", "connections"),
        })
        {
            await Page.GotoAsync(path);
            await Expect(Page.Locator("main").Locator(shows).First).ToBeVisibleAsync();
            if (name == "events")
            {
                await Page.Locator("details.event summary").First.ClickAsync();
                await Expect(Page.Locator(".fates").First).ToBeVisibleAsync();
            }

            await Expect(Page.Locator(".skeleton")).ToHaveCountAsync(0);
            await LookAsync(name);
        }
    }

    private async Task LookAsync(string page)
    {
        var where = $"{page} ({theme}, {width} px)";
        await NoBarriersAsync(where);
        await NoOverflowAsync(where);
        var overlaps = await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.facts, .row, .row-between, .list-row')].flatMap(parent => {
              const boxes = [...parent.children].map(child => [child, child.getBoundingClientRect()]).filter(([, box]) => box.width > 1 && box.height > 1);
              return boxes.flatMap(([a, x], i) => boxes.slice(i + 1).filter(([, y]) =>
                x.left < y.right - 1 && y.left < x.right - 1 && x.top < y.bottom - 1 && y.top < x.bottom - 1).map(([b]) => `${a.outerHTML.slice(0, 80)} / ${b.outerHTML.slice(0, 80)}`));
            })
            """);
        Assert.True(overlaps.Length == 0, $"{where} has things over one another:\n{string.Join('\n', overlaps)}");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{page}-{theme}-{width}.png"), FullPage = page != "notifications", Animations = ScreenshotAnimations.Disabled });
    }
}
