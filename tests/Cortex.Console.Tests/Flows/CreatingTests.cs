using System.Text.Json.Nodes;
using Cortex.Console.Tests.Support;
using Cortex.Testing;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Flows;

public sealed class CreatingTests(ConsoleFixture fixture) : ConsoleTest(fixture)
{
    private ILocator Words => Page.GetByLabel("What should happen?");

    private static JsonObject Answer(JsonObject result) => new() { ["result"] = result };

    private ILocator Form => Page.GetByRole(AriaRole.Form, new() { Name = "New automation" });

    [Fact]
    public async Task Preview_ExplainsThePrompt_AndWhatWasShownIsWhatIsStored()
    {
        await ConnectGmailAsync();
        await OpenAsync();
        await Words.FillAsync(Prompt);
        await Expect(Form.Locator("dd").First).ToContainTextAsync("test@test.com");
        await Expect(Form.GetByRole(AriaRole.Listitem).First).ToContainTextAsync("othing");

        var created = await Page.RunAndWaitForRequestAsync(
            () => Button("Create automation").ClickAsync(),
            request => request.Method == "POST" && request.Url.EndsWith("/api/cortex/units", StringComparison.Ordinal));
        await Expect(Row("Email from test@test.com → do nothing").GetByText("Active")).ToBeVisibleAsync();
        await Expect(Page.Locator(".unit-name:focus")).ToHaveTextAsync("Email from test@test.com → do nothing");
        await Expect(Words).ToHaveValueAsync("");

        var unit = (await User.SendAsync(HttpMethod.Get, "/api/cortex/units")).Ok()["units"]![0]!;
        Assert.Contains((string)unit["programHash"]!, created.PostData!, StringComparison.Ordinal);
        Assert.Equal(Prompt, (string)unit["prompt"]!);
    }

    [Fact]
    public async Task ModelsPreview_IsStored_AndTheModelIsAskedOnce()
    {
        // A busy machine may ask the built-in compiler meanwhile.
        Expect("422");
        var prompt = $"when: somebody writes to {Uid} and sounds unhappy with our service then: label it Unhappy";
        await ConnectGmailAsync();
        await Sandbox.AnswerAsync(Uid, Answer(new JsonObject
        {
            ["kind"] = "program",
            ["event"] = "gmail/email.received",
            ["minutesBefore"] = null,
            ["where"] = new JsonObject
            {
                ["join"] = "all",
                ["parts"] = new JsonArray(
                    new JsonObject { ["field"] = "to", ["op"] = "contains", ["value"] = Uid, ["edge"] = false, ["negated"] = false },
                    new JsonObject { ["field"] = "content", ["op"] = "semantic", ["value"] = "sounds unhappy with our service", ["edge"] = false, ["negated"] = false }),
            },
            ["steps"] = new JsonArray(new JsonObject { ["tool"] = "gmail.add_label", ["input"] = new JsonObject { ["label"] = "Unhappy" }, ["if"] = null }),
        }));

        // The first question of a process takes long on a busy machine, and the model has two seconds.
        await User.SendAsync(HttpMethod.Post, "/api/cortex/units/preview", new { prompt = "when: somebody writes to me and sounds pleased with our service then: label it Pleased" });
        await OpenAsync();
        await Words.FillAsync(prompt);
        await Expect(Form.Locator("dd").Last).ToContainTextAsync("Unhappy");
        await Page.GetByLabel("Name (optional)").FillAsync("Unhappy people");
        await Button("Create automation").ClickAsync();
        await Expect(Row("Unhappy people").GetByText("Active")).ToBeVisibleAsync();
        Assert.Single(await Sandbox.ModelRequestsAsync(), asked => asked!.ToJsonString().Contains(Uid, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhileTheModelReads_WhatTheBuiltInCompilerSuggestsCanBeTaken()
    {
        Expect("422");
        var prompt = $"when: email from {Uid} then: star it and frobnicate it";
        await ConnectGmailAsync();
        await Sandbox.ModelAsync(new { match = Uid, reply = new JsonObject(), delayMs = 20_000 });
        await OpenAsync();
        await Words.FillAsync(prompt);
        await Expect(Form.GetByText("Still reading what you wrote…")).ToBeVisibleAsync();
        await Form.GetByRole(AriaRole.Button, new() { Name = "Use it" }).First.ClickAsync();
        await Expect(Words).Not.ToHaveValueAsync(prompt);
        await Expect(Form.GetByText("Here's what Cortex understood")).ToBeVisibleAsync();
        await NoBarriersAsync("A suggestion that was taken");
    }

    [Fact]
    public async Task WhatCouldHurt_SaysWhatItWouldHaveDone_AndIsCreatedAnyway()
    {
        var (_, mailbox) = await AutomationAsync();
        var known = await User.EventIdsAsync();
        await Sandbox.SendEmailsAsync(mailbox, [SandboxClient.Email("test@test.com", "One"), SandboxClient.Email("boss@x.example", "Another")]);
        await User.NextSyncEventAsync(known);
        await OpenAsync();
        await Words.FillAsync("When I get an email, move it to the trash");
        await Expect(Form.GetByText("It would have moved 2 of the last 2 emails to the trash.")).ToBeVisibleAsync();
        await Expect(Button("Create automation")).ToHaveCountAsync(0);
        await NoBarriersAsync("A prompt that could hurt");

        await Page.GetByLabel("Name (optional)").FillAsync("Clean");
        await Button("Create anyway").ClickAsync();
        await Expect(Row("Clean").GetByText("Active")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task BadPrompt_IsQuoted_AndCannotBeCreated()
    {
        Expect("422");
        await ConnectGmailAsync();
        await Page.RouteAsync("**/units/preview", route =>
        {
            var refusal = Problem(422, "Invalid compilation: Say what should happen, such as a new email.");
            (refusal["code"], refusal["at"]) = ("no_trigger", new JsonObject { ["start"] = 6, ["length"] = 9 });
            return AnswerAsync(route, 422, refusal);
        });
        await OpenAsync();
        await Words.FillAsync("when: something");
        await Expect(Form.GetByText("Invalid compilation:")).ToBeVisibleAsync();
        await Expect(Form.Locator("q")).ToHaveTextAsync("something");
        await Expect(Button("Create automation")).ToHaveCountAsync(0);
        await Expect(Words).ToHaveAttributeAsync("aria-invalid", "true");
        await NoBarriersAsync("A refused prompt");
    }

    [Fact]
    public async Task RefusedPrompt_IsPutRight_WithOneClick()
    {
        Expect("422");
        await ConnectGmailAsync();
        await Page.RouteAsync("**/units/preview", route =>
        {
            if (route.Request.PostData?.Contains("emial", StringComparison.Ordinal) is not true)
            {
                return route.ContinueAsync();
            }

            var refusal = Problem(422, "Invalid compilation: \"emial\" is not an event.");
            refusal["suggestions"] = new JsonArray(new JsonObject
            {
                ["prompt"] = "when: email from test@test.com then: archive it",
                ["program"] = new JsonObject(),
                ["explanation"] = "When an email arrives from test@test.com, archive it.",
                ["changes"] = new JsonArray("emial → email", "archve → archive"),
            });
            return AnswerAsync(route, 422, refusal);
        });
        await OpenAsync();
        await Words.FillAsync("when: emial from test@test.com then: archve it");
        var suggestion = Form.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "emial → email" });
        await Expect(suggestion).ToContainTextAsync("archve → archive");
        await NoBarriersAsync("A refused prompt with a suggestion");
        await suggestion.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();
        await Expect(Words).ToHaveValueAsync("when: email from test@test.com then: archive it");
        await Expect(Button("Create automation")).ToBeVisibleAsync();
        await Expect(Words).ToHaveAttributeAsync("aria-invalid", "false");
    }

    [Fact]
    public async Task WithoutConnection_SaysSo_OffersToConnect_AndShowsTheRefusal()
    {
        Expect("409");
        await OpenAsync();
        await Words.FillAsync(Prompt);
        await Expect(Form.GetByText("Gmail is not connected yet.")).ToBeVisibleAsync();
        await Expect(Form.GetByRole(AriaRole.Button, new() { Name = "Connect Gmail" })).ToBeEnabledAsync();
        await Button("Create automation").ClickAsync();
        await Expect(Form.GetByText("No connection found for provider")).ToBeVisibleAsync();
        await Expect(Words).ToHaveValueAsync(Prompt);
    }

    [Fact]
    public async Task PreviewUnavailable_KeepsTheText_AndCreatingStaysPossible()
    {
        Expect("503");
        await ConnectGmailAsync();
        await OpenAsync();
        await Page.RouteAsync("**/units/preview", route => AnswerAsync(route, 503, Problem(503, "The language model is not available."), ("Retry-After", "5")));
        await Words.FillAsync(Prompt);
        await Expect(Page.GetByText("Preview is unavailable; your text is kept.")).ToBeVisibleAsync();
        await Button("Create automation").ClickAsync();
        await Expect(Row("Email from test@test.com").GetByText("Active")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Draft_OutlivesAReload()
    {
        await OpenAsync();
        await Words.FillAsync(Prompt);
        await Page.GetByLabel("Name (optional)").FillAsync("Mine");
        await Page.ReloadAsync();
        await Expect(Words).ToHaveValueAsync(Prompt);
        await Expect(Page.GetByLabel("Name (optional)")).ToHaveValueAsync("Mine");
    }

    [Fact]
    public async Task Examples_AreUnderstoodByTheBuiltInCompiler_AndHurtNothing()
    {
        await OpenAsync();
        var examples = Page.Locator(".first-step button").Filter(new() { HasTextRegex = new("^when:") });
        await Expect(examples).ToHaveCountAsync(3);
        for (var index = 0; index < 3; index++)
        {
            var prompt = await examples.Nth(index).TextContentAsync();
            var preview = (await User.SendAsync(HttpMethod.Post, "/api/cortex/units/preview", new { prompt })).Ok();
            Assert.Equal(("builtin", null), ((string)preview["compiler"]!, preview["danger"]));
        }
    }

    [Fact]
    public async Task Edit_ShowsWhatWouldChange_AndStoresWhatWasShown()
    {
        await AutomationAsync();
        await OpenAsync();
        await Button("More about Test emails").ClickAsync();
        await Button("Edit").ClickAsync();
        await Dialog.GetByLabel("What should happen?").FillAsync("when: email from test@test.com then: star it");
        await Expect(Dialog.Locator("ins").First).ToBeVisibleAsync();
        await Expect(Dialog.Locator("del").First).ToBeVisibleAsync();
        await NoBarriersAsync("The dialog to edit");
        await Dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(Notices.GetByText("Test emails: saved")).ToBeVisibleAsync();
        var unit = (await User.SendAsync(HttpMethod.Get, "/api/cortex/units")).Ok()["units"]![0]!;
        Assert.Equal((2, "gmail.star"), ((int)unit["version"]!, (string)unit["program"]!["steps"]![0]!["tool"]!));
    }
}
