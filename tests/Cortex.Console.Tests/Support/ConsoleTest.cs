using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cortex.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Support;

/// <summary>
/// A user of their own in a browser context of their own. Whatever a test is about, the page must not have logged an error, thrown, or broken its content security policy.
/// Of a test that fails, a trace and a picture are kept below <c>artifacts/console-traces</c>.
/// </summary>
public abstract class ConsoleTest(ConsoleFixture fixture) : IAsyncLifetime
{
    /// <summary>The automation of the deployment checklist.</summary>
    protected const string Prompt = "when: email from test@test.com then: do nothing";

    /// <summary>WCAG 2.2 AA.</summary>
    private static readonly List<string> AxeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private readonly List<string> _complaints = [];
    private readonly List<Regex> _expected = [];
    private CortexClient? _user;

    /// <summary>The whole system.</summary>
    protected CortexApplication Cortex => fixture.Cortex;

    protected IBrowser Browser => fixture.Browser;

    protected SandboxClient Sandbox => fixture.Cortex.Sandbox;

    /// <summary>The test's user, who is also their own e-mail address.</summary>
    protected string Uid { get; } = $"u{Guid.NewGuid():N}@example.com";

    /// <summary>The user at the API, beside the browser.</summary>
    protected CortexClient User => _user ?? throw new InvalidOperationException("The test has not begun.");

    protected IBrowserContext Context { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    protected virtual ViewportSize Viewport => new() { Width = 1280, Height = 800 };

    protected virtual ColorScheme Scheme => ColorScheme.Light;

    public async ValueTask InitializeAsync()
    {
        _user = CortexClient.Of(Cortex.Api, await TokenAsync());
        Context = await fixture.Browser.NewContextAsync(new()
        {
            BaseURL = Cortex.Api.AbsoluteUri,
            Locale = "en-GB",
            TimezoneId = "UTC",
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = Scheme,
            ViewportSize = Viewport,
        });
        Context.SetDefaultTimeout(15_000);
        Assertions.SetDefaultExpectTimeout(15_000);
        await Context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error(`CSP: ${e.violatedDirective} ${e.blockedURI}`))");
        await Context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        Page = await NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        var complaints = _complaints.Where(c => !_expected.Exists(e => e.IsMatch(c))).ToList();
        if (failed || complaints.Count > 0)
        {
            await KeepAsync();
        }

        await Context.CloseAsync();
        _user?.Dispose();
        GC.SuppressFinalize(this);
        if (!failed)
        {
            Assert.True(complaints.Count == 0, "The page complained:\n" + string.Join('\n', complaints));
        }
    }

    /// <summary>A complaint of the page that belongs to the test.</summary>
    protected void Expect(string complaint) => _expected.Add(new(complaint, RegexOptions.IgnoreCase));

    /// <summary>Another tab.</summary>
    protected async Task<IPage> NewPageAsync()
    {
        var page = await Context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
        return page;
    }

    /// <summary>A token of the test's user.</summary>
    protected async Task<string> TokenAsync(int expiresIn = 3600)
    {
        using var http = CortexClient.Anonymous(Cortex.Settings.SandboxUrl!);
        return (string)(await http.SendAsync(HttpMethod.Post, "/sandbox/token", new { uid = Uid, email = Uid, expiresIn })).Ok()["idToken"]!;
    }

    /// <summary>The user has signed in before: the tab holds their token.</summary>
    protected async Task SignedInAsync(int expiresIn = 3600)
    {
        var kept = JsonSerializer.Serialize(new
        {
            uid = Uid,
            email = Uid,
            idToken = await TokenAsync(expiresIn),
            expiresAt = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds(), // what the page believes
        });
        var user = JsonSerializer.Serialize(new { uid = Uid, email = Uid });
        await Context.AddInitScriptAsync($$"""
            if (location.origin === '{{Cortex.Api.GetLeftPart(UriPartial.Authority)}}' && !sessionStorage.getItem('cortex.session')) {
              sessionStorage.setItem('cortex.session', {{JsonSerializer.Serialize(kept)}});
              localStorage.setItem('cortex.user', {{JsonSerializer.Serialize(user)}});
            }
            """);
    }

    /// <summary>A signed-in user on a page.</summary>
    protected async Task OpenAsync(string path = "/")
    {
        await SignedInAsync();
        await Page.GotoAsync(path);
    }

    /// <summary>The user has a Gmail account.</summary>
    protected async Task<string> ConnectGmailAsync()
    {
        var connectionId = await Sandbox.ConnectGmailAsync(Uid);
        await User.ConnectionAsync(connectionId);
        return connectionId;
    }

    /// <summary>An automation made beside the browser.</summary>
    protected async Task<(string Id, string Mailbox)> AutomationAsync(string prompt = Prompt, string name = "Test emails")
    {
        var mailbox = await ConnectGmailAsync();
        return ((string)(await User.CreateUnitAsync(prompt, name))["id"]!, mailbox);
    }

    protected ILocator Button(string name, bool exact = true) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    protected ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name });

    /// <summary>The notices in the corner.</summary>
    protected ILocator Notices => Page.GetByRole(AriaRole.Region, new() { Name = "Notices" });

    protected ILocator Dialog => Page.Locator("dialog[open]");

    /// <summary>The row of an automation in the list.</summary>
    protected ILocator Row(string name) => Page.Locator("li.unit-row", new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = name }) });

    /// <summary>Nothing that axe knows to be a barrier.</summary>
    protected async Task NoBarriersAsync(string where)
    {
        var result = await Page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = AxeTags } });
        Assert.True(result.Violations.Length == 0, $"{where}:\n" + string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}")));
    }

    /// <summary>Nothing sticks out at the side.</summary>
    protected async Task NoOverflowAsync(string where)
    {
        var outside = await Page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
              ['the page', ...[...document.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(element => element.outerHTML.slice(0, 120))]
            """);
        Assert.True(outside.Length == 0, $"{where} scrolls sideways:\n{string.Join('\n', outside)}");
    }

    protected static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    protected static IPageAssertions Expect(IPage page) => Assertions.Expect(page);

    /// <summary>Answers of the API in a test's words.</summary>
    protected static Task AnswerAsync(IRoute route, int status, JsonNode body, params (string Name, string Value)[] headers) => route.FulfillAsync(new()
    {
        Status = status,
        ContentType = status >= 400 ? "application/problem+json" : "application/json",
        Body = body.ToJsonString(),
        Headers = headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.Ordinal),
    });

    /// <summary>A refusal as the API words it.</summary>
    protected static JsonObject Problem(int status, string error) =>
        new() { ["title"] = "Refused", ["status"] = status, ["detail"] = error, ["error"] = error, ["traceId"] = "0af7651916cd43dd8448eb211c80319c" };

    private async Task KeepAsync()
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "console-traces");
        var name = Regex.Replace(TestContext.Current.Test?.TestDisplayName ?? "test", "[^A-Za-z0-9._-]", "_");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        await Context.Tracing.StopAsync(new() { Path = Path.Combine(folder, name + ".zip") });
    }
}
