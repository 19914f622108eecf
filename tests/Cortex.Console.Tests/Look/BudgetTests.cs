using System.Text.Json.Nodes;
using Cortex.Console.Tests.Support;
using Cortex.Testing;

namespace Cortex.Console.Tests.Look;

/// <summary>What the first page costs. The sizes of files are held by <c>npm run check</c>.</summary>
public sealed class BudgetTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    private const double PaintMs = 1_500;
    private const double ThrottledPaintMs = 2_500;
    private const double ShiftMax = 0.05;
    private const int Rounds = 5;
    private const int PollBytesMax = 8 * 1024;

    private const string Observe = """
        window.paint = 0; window.shift = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) window.paint = entry.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FirstPage_IsPaintedSoon_AndStaysWhereItIs(bool throttled)
    {
        var (_, _) = await AutomationAsync();
        await SignedInAsync();
        await Context.AddInitScriptAsync(Observe);
        var elsewhere = new List<string>();
        Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Cortex.Api.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        var times = new List<(double Paint, double Shift)>();
        for (var round = 0; round < Rounds; round++)
        {
            var page = await NewPageAsync();
            if (throttled)
            {
                var session = await Context.NewCDPSessionAsync(page);
                await session.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 200_000, ["uploadThroughput"] = 94_000 });
                await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
            }

            await page.GotoAsync("/");
            await Expect(page.Locator("li.unit-row")).ToBeVisibleAsync();
            times.Add((await page.EvaluateAsync<double>("window.paint"), await page.EvaluateAsync<double>("window.shift")));
            await page.CloseAsync();
        }

        var paint = times.Select(t => t.Paint).Order().ElementAt(Rounds / 2);
        var shift = times.Max(t => t.Shift);
        TestContext.Current.SendDiagnosticMessage($"throttled {throttled}: paint {paint:F0} ms, shift {shift:F3}");
        Assert.True(paint <= (throttled ? ThrottledPaintMs : PaintMs), $"The largest paint came after {paint} ms.");
        Assert.True(shift <= ShiftMax, $"The page shifted by {shift}.");
        Assert.Empty(elsewhere);
    }

    /// <summary>What is asked for every three seconds, of long emails.</summary>
    [Fact]
    public async Task Poll_OfTenRuns_IsShort()
    {
        var (id, mailbox) = await AutomationAsync();
        await Sandbox.SendEmailsAsync(mailbox, [.. Enumerable.Range(0, 10).Select(LongEmail)]);
        await User.RunsOfAsync(id, 10);
        await SignedInAsync();
        var poll = await Page.RunAndWaitForResponseAsync(() => Page.GotoAsync("/"), response => response.Url.Contains("/runs?limit=10", StringComparison.Ordinal) && response.Status == 200);
        var body = await poll.BodyAsync();
        Assert.Equal(10, JsonNode.Parse(body)!["runs"]!.AsArray().Count);
        Assert.InRange(body.Length, 1, PollBytesMax);
    }

    private static JsonObject LongEmail(int n)
    {
        var email = SandboxClient.Email("test@test.com", $"Invoice {n} of November");
        email["body"] = string.Concat(Enumerable.Repeat("Dear Ada, please find the invoice of this month below. ", 100));
        return email;
    }

    [Fact]
    public async Task AllTargets_AreLargeEnough()
    {
        await AutomationAsync();
        await OpenAsync();
        await Expect(Row("Test emails")).ToBeVisibleAsync();
        var small = await Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('button, input, select, textarea, nav a')].filter(element => element.checkVisibility()).filter(element => {
              const { width, height } = element.getBoundingClientRect();
              return width < 33.5 || height < 33.5;
            }).map(element => element.outerHTML.slice(0, 100))
            """);
        Assert.Empty(small);
    }
}
