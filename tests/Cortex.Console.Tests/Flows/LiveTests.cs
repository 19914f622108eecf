using System.Text.Json;
using System.Text.RegularExpressions;
using Cortex.Console.Tests.Support;
using Cortex.Testing;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Flows;

public sealed class LiveTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    /// <summary>A poll, and what an answer takes.</summary>
    private const int SeenWithinMs = 4_000;

    private ILocator LiveSign => Page.Locator(".live");

    [Fact]
    public async Task Webhook_ShowsReceivedProcessingCompleted_HoweverShortTheRun()
    {
        var (_, mailbox) = await AutomationAsync();
        await OpenAsync();
        await Expect(LiveSign).ToContainTextAsync("updated");
        await WatchNoticesAsync();
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "Hello");
        await Expect(Notices.GetByText("Received!")).ToBeVisibleAsync(new() { Timeout = SeenWithinMs });
        await Expect(Notices.GetByText("Completed in")).ToBeVisibleAsync();
        var seen = await NoticesSeenAsync();
        Assert.Equal(["Received!", "Processing…", "Completed"], seen.Select(s => Regex.Match(s, "^(Received!|Processing…|Completed)").Value).Distinct());
        await Expect(Row("Test emails").GetByText("1 run in 24 h")).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Expect(LiveSign).ToContainTextAsync("updated");
        await Expect(Row("Test emails").GetByText("completed")).ToBeVisibleAsync();
        await Expect(Notices.Locator(".toast")).ToHaveCountAsync(0); // what is over is not told again
    }

    [Fact]
    public async Task WithoutTheStream_PollingAloneTellsIt()
    {
        Expect("503");
        var (_, mailbox) = await AutomationAsync();
        await Context.RouteAsync("**/api/cortex/stream", route => AnswerAsync(route, 503, Problem(503, "Not now.")));
        await OpenAsync();
        await Expect(LiveSign).ToContainTextAsync("Live, every 3 s");
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "Hello");
        await Expect(Notices.GetByText("Received!")).ToBeVisibleAsync();
        await Expect(Notices.GetByText("Completed in")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task TwelveAtOnce_ShareOneNotice()
    {
        var (id, mailbox) = await AutomationAsync();
        await OpenAsync();
        await Expect(LiveSign).ToContainTextAsync("updated");
        await Sandbox.SendEmailsAsync(mailbox, [.. Enumerable.Range(0, 12).Select(n => SandboxClient.Email("test@test.com", $"Number {n}"))]);
        await Expect(Notices.GetByText(new Regex("\\d+ new runs"))).ToBeVisibleAsync();
        await User.RunsOfAsync(id, 12);
        Assert.True(await Notices.Locator(".toast").CountAsync() <= 3);
        await Expect(Row("Test emails").GetByText("12 runs in 24 h")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Offline_SaysSo_KeepsTheData_AndRecovers()
    {
        Expect("ERR_INTERNET_DISCONNECTED");
        await AutomationAsync();
        await OpenAsync();
        await Expect(Row("Test emails")).ToBeVisibleAsync();
        await Context.SetOfflineAsync(true);
        await Expect(Page.GetByText("You're offline, showing saved data.")).ToBeVisibleAsync();
        await Expect(Row("Test emails")).ToBeVisibleAsync();
        await Expect(Button("Pause Test emails")).ToBeDisabledAsync();
        await NoBarriersAsync("Offline");
        await Context.SetOfflineAsync(false);
        await Expect(Page.GetByText("You're offline")).ToHaveCountAsync(0);
        await Expect(Button("Pause Test emails")).ToBeEnabledAsync();
        await Expect(LiveSign).ToContainTextAsync("updated");
    }

    [Fact]
    public async Task Restart_InTheMiddle_IsSurvived_AndWhatHappenedMeanwhileIsShown()
    {
        Expect("ERR_|503|502");
        var (id, mailbox) = await AutomationAsync();
        await OpenAsync();
        await Expect(Row("Test emails")).ToBeVisibleAsync();
        await Cortex.RestartAsync();
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "After the restart");
        await User.RunsOfAsync(id, 1);
        await Expect(Row("Test emails").GetByText("1 run in 24 h")).ToBeVisibleAsync(new() { Timeout = 40_000 });
    }

    [Fact]
    public async Task HiddenTab_StopsPolling_AndCatchesUpWhenItIsSeenAgain()
    {
        await OpenAsync();
        await Expect(LiveSign).ToContainTextAsync("updated");
        await Page.Clock.InstallAsync();
        await SetHiddenAsync(true);
        var polls = 0;
        Page.Request += (_, request) => polls += request.Url.Contains("/runs?limit=10", StringComparison.Ordinal) ? 1 : 0;
        await Page.Clock.RunForAsync(30_000);
        var whileHidden = polls;
        await SetHiddenAsync(false);
        await Page.RunAndWaitForRequestAsync(() => Page.Clock.RunForAsync(4_000), new Regex("/runs\\?limit=10"));
        Assert.True(whileHidden <= 1, $"It polled {whileHidden} times while nobody looked.");
    }

    [Fact]
    public async Task IdlePoll_IsAnsweredWith304()
    {
        var (id, mailbox) = await AutomationAsync();
        await Sandbox.SendEmailAsync(mailbox, "test@test.com", "Hello");
        await User.RunsOfAsync(id, 1);
        await OpenAsync();
        var answer = await Page.RunAndWaitForResponseAsync(() => Task.CompletedTask, response => response.Url.Contains("/runs?limit=10", StringComparison.Ordinal) && response.Status == 304);
        Assert.Equal(304, answer.Status);
    }

    private Task<JsonElement?> SetHiddenAsync(bool hidden) => Page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'visibilityState', { value: hidden ? 'hidden' : 'visible', configurable: true }); document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); }",
        hidden);

    /// <summary>Writes down every text that a notice ever has.</summary>
    private Task<JsonElement?> WatchNoticesAsync() => Page.EvaluateAsync("""
        () => {
          window.seen = [];
          const look = () => document.querySelectorAll('.toast-text').forEach(toast => {
            if (window.seen.at(-1) !== toast.textContent) window.seen.push(toast.textContent);
          });
          new MutationObserver(look).observe(document.querySelector('.toasts'), { subtree: true, childList: true, characterData: true });
        }
        """);

    private Task<string[]> NoticesSeenAsync() => Page.EvaluateAsync<string[]>("window.seen");
}
