using System.Text.Json.Nodes;
using Cortex.Console.Tests.Support;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Flows;

public sealed class SessionTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    [Fact]
    public async Task WithoutSession_LeadsToSignIn_AndBackToTheSamePage()
    {
        await Page.GotoAsync("/runs?status=failed");
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in\\?next="));
        await Expect(Page.GetByText("This is the sandbox")).ToBeVisibleAsync();
        await Page.GetByLabel("E-mail").FillAsync(Uid);
        await Button("Sign in").ClickAsync();
        await Expect(Heading("Runs")).ToBeVisibleAsync();
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/runs\\?status=failed$"));
    }

    [Fact]
    public async Task ExpiredToken_IsRenewedOnce_AndTheRequestsSentAgain_UnseenByTheUser()
    {
        Expect("401");
        var renewals = 0;
        await Context.RouteAsync("**/sandbox/token", route =>
        {
            renewals++;
            return route.ContinueAsync();
        });
        await SignedInAsync(expiresIn: -60);
        await Page.GotoAsync("/");
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
        await Expect(Dialog).ToHaveCountAsync(0);
        Assert.Equal(1, renewals); // for all requests of the page together
    }

    [Fact]
    public async Task RenewalRefused_AsksToSignIn_KeepsTheDraft_AndGoesOn()
    {
        Expect("401");
        Expect("403");
        await OpenAsync();
        await Page.GetByLabel("What should happen?").FillAsync(Prompt);
        await Expect(Page.GetByText("Here's what Cortex understood")).ToBeVisibleAsync();

        var refused = true;
        await Context.RouteAsync("**/api/cortex/**", route => refused
            ? AnswerAsync(route, 401, Problem(401, "The token has expired."), ("WWW-Authenticate", "Bearer"))
            : route.ContinueAsync());
        await Context.RouteAsync("**/sandbox/token", route => refused ? route.FulfillAsync(new() { Status = 403, Headers = Cors() }) : route.ContinueAsync());
        await Expect(Dialog.GetByText("Your session has ended")).ToBeVisibleAsync();
        await NoBarriersAsync("The dialog of an ended session");

        refused = false;
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(Dialog).ToHaveCountAsync(0);
        await Expect(Page.GetByLabel("What should happen?")).ToHaveValueAsync(Prompt);
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task SignOut_InOneTab_SignsOutTheOther()
    {
        await OpenAsync();
        var other = await NewPageAsync();
        await other.GotoAsync("/runs");
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Runs", Exact = true })).ToBeVisibleAsync();

        await Button($"Account of {Uid}").ClickAsync();
        await Button("Sign out").ClickAsync();
        await Expect(Heading("Sign in")).ToBeVisibleAsync();
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Firebase_SignsInWithItsOwnSdk_AndAWrongPasswordIsSaidInWords()
    {
        Expect("400");
        await Page.RouteAsync("**/api/cortex/config", async route =>
        {
            var answer = await route.FetchAsync();
            var config = JsonNode.Parse(await answer.TextAsync())!;
            config["auth"]!["mode"] = "firebase";
            config["auth"]!["firebase"]!["apiKey"] = "test-key";
            await route.FulfillAsync(new() { Response = answer, Body = config.ToJsonString() });
        });
        var token = await TokenAsync();
        await Page.RouteAsync("https://identitytoolkit.googleapis.com/**", route => route.Request.PostData?.Contains("wrong", StringComparison.Ordinal) == true
            ? AnswerAsync(route, 400, new JsonObject { ["error"] = new JsonObject { ["code"] = 400, ["message"] = "INVALID_LOGIN_CREDENTIALS" } }, CorsPairs())
            : AnswerAsync(route, 200, route.Request.Url.Contains("lookup", StringComparison.Ordinal)
                ? new JsonObject { ["users"] = new JsonArray(new JsonObject { ["localId"] = Uid, ["email"] = Uid }) }
                : new JsonObject { ["idToken"] = token, ["refreshToken"] = "refresh", ["expiresIn"] = "3600", ["localId"] = Uid, ["email"] = Uid }, CorsPairs()));
        await Page.RouteAsync("**/*", route => route.Request.IsNavigationRequest && route.Request.Frame == Page.MainFrame ? WithFirebasePolicyAsync(route) : route.FallbackAsync());

        await Page.GotoAsync("/");
        await Expect(Page.GetByText("This is the sandbox")).ToHaveCountAsync(0);
        await Page.GetByLabel("E-mail").FillAsync(Uid);
        await Page.GetByLabel("Password").FillAsync("wrong");
        await Button("Sign in").ClickAsync();
        await Expect(Page.GetByText("The e-mail address or the password is not right.")).ToBeVisibleAsync();
        await Page.GetByLabel("Password").FillAsync("right");
        await Button("Sign in").ClickAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
    }

    /// <summary>The policy that a deployment with Firebase has: this one's issuer is the sandbox.</summary>
    private static async Task WithFirebasePolicyAsync(IRoute route)
    {
        var answer = await route.FetchAsync();
        var headers = answer.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
        headers["content-security-policy"] = headers["content-security-policy"].Replace(
            "connect-src 'self'", "connect-src 'self' https://identitytoolkit.googleapis.com https://securetoken.googleapis.com", StringComparison.Ordinal);
        await route.FulfillAsync(new() { Response = answer, Headers = headers });
    }

    private Dictionary<string, string> Cors() => new() { ["Access-Control-Allow-Origin"] = Cortex.Api.GetLeftPart(UriPartial.Authority) };

    private static (string, string)[] CorsPairs() => [("Access-Control-Allow-Origin", "*"), ("Access-Control-Allow-Headers", "*")];
}
