using System.Text.Json.Nodes;
using Cortex.Programs;

namespace Cortex.Grains.Tests;

/// <summary>Dry runs and looks back, over items that a connection brought. They leave no trace.</summary>
public sealed class RehearsalTests(GrainCluster cluster) : GrainTest(cluster)
{
    private const string Prompt = "when: email from test@test.com with subject containing \"invoice\" then: reply \"Thank you\"";

    private IRehearsalGrain Rehearsal => Cluster.Grains.Rehearsal(User);

    [Fact]
    public async Task Test_WithASample_SaysOfEachConditionWhatItSaw_AndFillsInputsIn()
    {
        await ConnectAsync();
        var unit = await UnitAsync("when: email from test@test.com then: reply \"Thank you\"");

        var run = (await Rehearsal.TestAsync(unit, """{"from":"boss@x.com","subject":"Hello"}""", None)).Value!;

        Assert.Equal((ConditionReport.Fails, "sample"), (run.Verdict, run.Source));
        Assert.Contains("sender was boss@x.com, wanted test@test.com", Explanations(run.Conditions));
        var step = Assert.Single(run.Steps);
        Assert.Equal(("gmail.reply", "would_run", "Thank you"), (step.Tool, step.Status, (string)JsonNode.Parse(step.InputJson!)!["body"]!));
        Assert.Empty(await RunsAsync());
        Assert.Equal(0, await SentAsync());
    }

    /// <summary>Eighty at once are not eighty times the memory: one is done after the other, and most are refused.</summary>
    [Fact]
    public async Task ManyLooksBackAtOnce_AreRefused_AndHoldNobodyUp()
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync([.. Enumerable.Range(0, 50).Select(n => Email(subject: $"Invoice {n}"))]));

        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(_ => Rehearsal.BacktestPromptAsync(Prompt, 7, None)));
        var ofAnother = await Cluster.Grains.Rehearsal(new("somebody-else")).BacktestPromptAsync(Prompt, 7, None);

        Assert.All(answers.Where(answer => answer.IsRefused), answer => Assert.Equal(RefusalKind.TooMany, answer.Refusal!.Kind));
        Assert.All(answers.Where(answer => !answer.IsRefused), answer => Assert.Equal(50, answer.Value!.Matched));
        Assert.Contains(answers, answer => answer.IsRefused);
        Assert.Contains(answers, answer => !answer.IsRefused);
        Assert.False(ofAnother.IsRefused);
        Assert.False((await Rehearsal.BacktestPromptAsync(Prompt, 7, None)).IsRefused);
    }

    [Fact]
    public async Task Test_WithAnUnknownField_IsRefused_AndSoIsAnotherUsersUnit()
    {
        await ConnectAsync();
        var unit = await UnitAsync();

        Assert.Equal(RefusalKind.Invalid, (await Rehearsal.TestAsync(unit, """{"sender":"a@b.c"}""", None)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Cluster.Grains.Rehearsal(new("somebody-else")).TestAsync(unit, "{}", None)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Cluster.Grains.Rehearsal(new("somebody-else")).BacktestAsync(unit, 7, None)).Refusal!.Kind);
    }

    [Fact]
    public async Task Test_WithoutASample_TakesTheLatestItem_RatherOneThatMatches()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        Assert.Equal(RefusalKind.Unprocessable, (await Rehearsal.TestAsync(unit, null, None)).Refusal!.Kind);
        await DealtWithAsync(await SyncAsync(Email(subject: "Wanted"), Email(from: "other@x.com", subject: "Another")));

        var run = (await Rehearsal.TestAsync(unit, null, None)).Value!;

        Assert.Equal((ConditionReport.Holds, "stored"), (run.Verdict, run.Source));
        Assert.Equal("Wanted", (string)JsonNode.Parse(run.ItemJson)!["subject"]!);
    }

    [Fact]
    public async Task Backtest_ListsMatches_AndNearMissesWithTheConditionThatFailed()
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync(
            Email(subject: "Invoice 1"), Email(subject: "Hello"), Email(from: "other@x.com", subject: "Invoice 2"), Email(from: "other@x.com", subject: "Hello")));

        var backtest = (await Rehearsal.BacktestPromptAsync(Prompt, 7, None)).Value!;

        Assert.Equal((4, 1, 2, 0, true), (backtest.Examined, backtest.Matched, backtest.NearMissed, backtest.Undecided, backtest.IsComplete));
        Assert.Equal("Invoice 1", Assert.Single(backtest.Matches).Title);
        Assert.Equal(["other@x.com", "Hello"], backtest.NearMisses.OrderBy(miss => miss.Title == "Hello").Select(miss => miss.Condition!.Saw));
        Assert.Empty(await RunsAsync());
        Assert.Equal(0, await SentAsync());
    }

    [Theory]
    [InlineData("SENT")]
    [InlineData("DRAFT")]
    [InlineData("SPAM")]
    [InlineData("TRASH")]
    public async Task Backtest_OfEmailsReceived_LeavesOutWhatWasNot(string label)
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync("Message", Message("Invoice 1", "INBOX"), Message("Invoice 2", "INBOX", label)));

        var backtest = (await Rehearsal.BacktestPromptAsync(Prompt, 7, None)).Value!;

        Assert.Equal((1, "Invoice 1"), (backtest.Examined, Assert.Single(backtest.Matches).Title));
    }

    [Fact]
    public async Task Backtest_OfAPromptThatDoesNotCompile_SaysWhy() =>
        Assert.NotNull((await Rehearsal.BacktestPromptAsync("", 7, None)).Refusal!.Code);

    [Fact]
    public async Task Backtest_SeesOnlyTheUsersOwnItems()
    {
        await ConnectAsync();
        await DealtWithAsync(await SyncAsync(Email(subject: "Invoice 1")));

        var backtest = (await Cluster.Grains.Rehearsal(new("somebody-else")).BacktestPromptAsync(Prompt, 7, None)).Value!;

        Assert.Equal(0, backtest.Examined);
    }

    [Fact]
    public async Task Preview_SaysWhatIsMissing_AndItsHashCarriesIntoTheUnit()
    {
        var preview = (await Cluster.Grains.User(User).PreviewAsync(Prompt, None)).Value!;
        Assert.Equal([Providers.Gmail], preview.MissingConnections);
        await ConnectAsync();

        var made = await Cluster.Grains.User(User).CreateUnitAsync(new("A unit", Prompt, preview.ProgramHash, null), None);
        var stale = await Cluster.Grains.User(User).CreateUnitAsync(new("A unit", Prompt, "another", null), None);

        Assert.Equal(preview.ProgramHash, (await RowAsync(made.Value!.Unit)).ProgramHash);
        Assert.Equal(RefusalKind.Conflict, stale.Refusal!.Kind);
    }

    private static JsonObject Message(string subject, params string[] labels) => new()
    {
        ["id"] = $"m{Guid.NewGuid():N}",
        ["labelIds"] = new JsonArray([.. labels.Select(label => (JsonNode)label)]),
        ["payload"] = new JsonObject
        {
            ["headers"] = new JsonArray(
                new JsonObject { ["name"] = "From", ["value"] = "test@test.com" }, new JsonObject { ["name"] = "Subject", ["value"] = subject }),
        },
    };

    private static IEnumerable<string> Explanations(ConditionReport report) =>
        report.Parts.SelectMany(Explanations).Prepend(report.Explanation!).Where(text => text is not null);
}
