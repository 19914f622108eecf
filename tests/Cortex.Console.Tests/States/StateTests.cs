using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cortex.Console.Tests.Support;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.States;

/// <summary>What a page shows when things are not as they should be. The API's answers are made up here, at the browser's edge.</summary>
public sealed class StateTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    private const string UnitsRoute = "**/api/cortex/units?*";
    private const string LatestRunsRoute = "**/api/cortex/runs?limit=10&*";

    [Fact]
    public async Task FirstLoad_ShowsTheFrameAtOnce_AndPlaceholdersMeanwhile()
    {
        var answered = new TaskCompletionSource();
        await Page.RouteAsync(UnitsRoute, async route =>
        {
            await answered.Task;
            await route.ContinueAsync();
        });
        await OpenAsync();
        await Expect(Page.Locator(".skeleton").First).ToBeVisibleAsync();
        await Expect(Page.Locator("section[aria-busy=true]").First).ToBeVisibleAsync();
        await NoBarriersAsync("Loading");
        answered.SetResult();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
        await Expect(Page.Locator(".skeleton")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/", "Three steps to your first automation")]
    [InlineData("/runs", "Nothing has run yet")]
    [InlineData("/events", "Nothing has come in yet")]
    public async Task NothingYet_TeachesWhatToDo(string path, string title)
    {
        await OpenAsync(path);
        await Expect(Heading(title)).ToBeVisibleAsync();
        await NoBarriersAsync(title);
        await NoOverflowAsync(title);
    }

    [Fact]
    public async Task FirstLoadFails_ShowsWhat_WithItsTrace_AndTryAgainWorks_WhileTheRestOfThePageDoes()
    {
        Expect("500");
        var failing = true;
        // The page asks again by itself only after minutes, so what loads is loaded by the button.
        await Page.RouteAsync(UnitsRoute, route => failing ? AnswerAsync(route, 500, Problem(500, "Something went wrong here."), ("Retry-After", "300")) : route.ContinueAsync());
        await OpenAsync();
        await Expect(Page.GetByText("Your automations could not be loaded.")).ToBeVisibleAsync();
        await Expect(Page.GetByText("Error 500")).ToBeVisibleAsync();
        await Expect(Button("Copy the trace id")).ToBeVisibleAsync();
        await Expect(Page.GetByLabel("What should happen?")).ToBeEnabledAsync();
        await NoBarriersAsync("A failed load");
        failing = false;
        await Button("Try again").ClickAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task RefreshFails_KeepsTheData_SaysUntilWhenItIsRight_AndGoesOnByItself()
    {
        Expect("500");
        await AutomationAsync();
        await OpenAsync();
        await Expect(Row("Test emails")).ToBeVisibleAsync();
        await Context.RouteAsync(LatestRunsRoute, route => AnswerAsync(route, 500, Problem(500, "No.")));
        await Expect(Page.GetByText(new Regex("Couldn't refresh, showing data from \\d\\d:\\d\\d"))).ToBeVisibleAsync();
        await Expect(Page.GetByText(new Regex("Retrying in \\d+ s"))).ToBeVisibleAsync();
        await Expect(Row("Test emails")).ToBeVisibleAsync();
        await NoBarriersAsync("A failed refresh");
        await Context.UnrouteAsync(LatestRunsRoute);
        await Expect(Page.GetByText("Couldn't refresh")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task TooManyRequests_WaitsAsLongAsAsked_AndSaysSo()
    {
        Expect("429");
        await OpenAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
        await Context.RouteAsync(LatestRunsRoute, route => AnswerAsync(route, 429, Problem(429, "Slower."), ("Retry-After", "25")));
        await Expect(Page.GetByText(new Regex("Cortex asks for a short break, showing data from .* Retrying in 2\\d s"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task DeletedElsewhere_TheRowGoes_AndItsOpenPageSaysSo()
    {
        Expect("404");
        var (id, _) = await AutomationAsync();
        await OpenAsync($"/automations/{id}");
        await Expect(Heading("What it does")).ToBeVisibleAsync();
        await User.SendAsync(HttpMethod.Delete, $"/api/cortex/units/{id}");
        await Expect(Heading("This automation was deleted")).ToBeVisibleAsync();
        await Page.GotoAsync("/");
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/automations/unit_00000000000000000000000000000000", "This automation doesn't exist or isn't yours")]
    [InlineData("/runs/nonsense", "This run doesn't exist or isn't yours")]
    [InlineData("/nowhere", "There is no such page")]
    public async Task WhatDoesNotExist_SaysSo_AndLeadsBack(string path, string title)
    {
        Expect("404");
        await OpenAsync(path);
        await Expect(Heading(title)).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        await NoBarriersAsync(title);
    }

    [Fact]
    public async Task PageThatFails_IsSaidToHaveFailed_AndTheOthersGoOn()
    {
        Expect(".*"); // React tells the console of what a page throws
        await Page.RouteAsync("**/api/cortex/events?*", route => AnswerAsync(route, 200, new JsonObject { ["events"] = new JsonArray(new JsonObject { ["id"] = "e" }), ["nextCursor"] = null }));
        await OpenAsync("/events");
        await Expect(Heading("This page failed")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Runs", Exact = true }).ClickAsync();
        await Expect(Heading("Nothing has run yet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task NewVersion_MissingPart_OffersToReload()
    {
        Expect("404|dynamically imported|Failed to load");
        await OpenAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
        await Page.RouteAsync("**/assets/EventsPage-*.js", route => route.FulfillAsync(new() { Status = 404 }));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Events", Exact = true }).ClickAsync();
        await Expect(Heading("Cortex was updated")).ToBeVisibleAsync();
        await Expect(Button("Reload")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task NewVersion_OfTheApi_OffersToReload()
    {
        await Page.Clock.InstallAsync();
        await OpenAsync();
        await Expect(Heading("Your automations (0)")).ToBeVisibleAsync();
        await Page.RouteAsync("**/api/cortex/config", async route =>
        {
            var answer = await route.FetchAsync();
            var config = JsonNode.Parse(await answer.TextAsync())!;
            config["version"] = "another";
            await route.FulfillAsync(new() { Response = answer, Body = config.ToJsonString() });
        });
        await Page.Clock.RunForAsync(61_000);
        await Expect(Page.GetByText("Cortex was updated.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task CortexAway_AtTheVeryStart_SaysSo()
    {
        Expect("503");
        await Page.RouteAsync("**/api/cortex/config", route => AnswerAsync(route, 503, Problem(503, "Not now.")));
        await Page.GotoAsync("/");
        await Expect(Heading("The console could not start")).ToBeVisibleAsync();
        await Expect(Button("Try again")).ToBeVisibleAsync();
        await NoBarriersAsync("A console that could not start");
    }

    [Fact]
    public async Task Filter_ThatNothingFits_CanBeCleared()
    {
        await AutomationAsync();
        await OpenAsync("/?q=nothing+like+it");
        await Expect(Heading("No automation fits")).ToBeVisibleAsync();
        await Button("Clear filters").ClickAsync();
        await Expect(Row("Test emails")).ToBeVisibleAsync();
    }
}
