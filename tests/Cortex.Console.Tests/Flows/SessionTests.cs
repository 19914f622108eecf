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
        await Context.RouteAsync("**/sandbox/token", route => refused ? route.FulfillAsync(new() { Status = 403, Headers = OfThePage }) : route.ContinueAsync());
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

    private Dictionary<string, string> OfThePage => new() { ["Access-Control-Allow-Origin"] = Cortex.Api.GetLeftPart(UriPartial.Authority) };
}
