using Cortex.Catalog;
using Cortex.Cli.Bench.Compile.Scoring;
using Cortex.Programs;

namespace Cortex.Core.Tests.Compilation;

/// <summary>Holds what the built-in compiler makes of prompts as people write them from falling; <c>./cortex bench compile -v</c> shows them one by one.</summary>
public class PromptSetTests
{
    /// <summary>The floors: what is right today, programs and refusals. Raise one when the compiler reaches more.</summary>
    [Theory]
    [InlineData("simple", 43)]
    [InlineData("compound", 50)]
    [InlineData("semantic", 20)]
    [InlineData("invalid", 34)]
    public void FiguresOfLife_DoNotFall(string difficulty, int floor)
    {
        var prompts = PromptSet.Life.Scored.Where(prompt => prompt.Label.Difficulty == difficulty).ToList();

        AssertAtLeast(floor, prompts, prompt => prompt.IsRight);
    }

    [Theory]
    [InlineData("simple", 155)]
    [InlineData("compound", 67)]
    [InlineData("semantic", 38)]
    [InlineData("invalid", 39)]
    public void FiguresOfTrades_DoNotFall(string difficulty, int floor)
    {
        var prompts = PromptSet.Trades.Scored.Where(prompt => prompt.Label.Difficulty == difficulty).ToList();

        AssertAtLeast(floor, prompts, prompt => prompt.IsRight);
    }

    [Fact]
    public void AnInvalidPrompt_NeverBecomesAProgram() =>
        Assert.Empty(PromptSet.Lines(PromptSet.Life.Scored.Concat(PromptSet.Trades.Scored).Where(prompt => prompt is { IsInvalid: true, Judgement: Judgement.Wrong })));

    [Fact]
    public void AProgram_DoesWithItemsAsLabelled() =>
        Assert.Empty(PromptSet.Lines(Valid().Where(prompt => prompt.Score is { Behaves: false })));

    [Fact]
    public void AValidPrompt_NeverBecomesAnotherProgram() =>
        Assert.Empty(PromptSet.Lines(Valid().Where(prompt => prompt.Score is { Faithful: false })));

    /// <summary>Raise the floor when the compiler reaches more.</summary>
    [Fact]
    public void FiguresOfPlainPrompts_DoNotFall() => AssertAtLeast(37, PromptSet.Plain.Scored, prompt => prompt.IsRight);

    /// <summary>A question that nothing calls for teaches people to agree unread. The aim is 3 %: 1 of 40.</summary>
    [Fact]
    public void PlainPrompts_AreSeldomAskedAbout() =>
        AssertAtLeast(PromptSet.Plain.Scored.Count - 1, PromptSet.Plain.Scored, prompt => !prompt.IsAskedAbout);

    /// <summary>At least 95 %: 38 of 40.</summary>
    [Fact]
    public void PromptsThatLeaveSomethingOpen_AreAskedAbout() => AssertAtLeast(38, PromptSet.Asked.Scored, prompt => prompt.IsRight);

    /// <summary>Another refusal is a nuisance, and a program that nobody was asked about acts on a guess.</summary>
    [Fact]
    public void PromptsThatLeaveSomethingOpen_NeverBecomeProgramsUnasked() =>
        Assert.Empty(PromptSet.Lines(PromptSet.Asked.Scored.Where(prompt => prompt.Judgement == Judgement.Wrong)));

    /// <summary>What a label says and what its items say are one: checked by the evaluator that programs run with.</summary>
    [Fact]
    public void ALabel_FiresForItsItems_AsTheySay()
    {
        var tried = Labels()
            .Select(label => (label.Id, Expected: (Expectation.Compiles)label.Expected))
            .Where(label => label.Expected.Program.Conditions.SelectMany(condition => condition.Leaves).All(CanBeTried))
            .SelectMany(label => label.Expected.Items.Select((item, index) => (Name: $"{label.Id}[{index}]", item.Fires, Truth: TruthOf(label.Expected, item))))
            .ToList();

        Assert.True(tried.Count > 600, $"Only {tried.Count} items could be tried.");
        Assert.Empty(tried.Where(one => one.Truth != VerdictWord.Of(one.Fires)).Select(one => $"{one.Name} fires: {one.Fires}, but the label: {one.Truth}"));
    }

    [Fact]
    public void Items_ShowWhenAProgramRuns_AndWhenNot()
    {
        var labels = Labels().Select(label => (label.Id, Expected: (Expectation.Compiles)label.Expected)).ToList();

        Assert.Empty(labels.Where(label => !label.Expected.Items.Any(item => item.Fires)).Select(label => label.Id));
        Assert.Empty(labels.Where(label => label.Expected.Program.Conditions.Count > 0 && label.Expected.Items.All(item => item.Fires)).Select(label => label.Id));
        Assert.Empty(
            labels.Where(label => label.Expected.Program.Actions.Any(action => action.If.Count > 0) != label.Expected.Items.Any(item => item.Runs is not null)).Select(label => label.Id));
    }

    [Fact]
    public void Ids_NameOnePromptAmongAllSets()
    {
        var all = PromptSet.All.Values.SelectMany(set => set.Labels).ToList();

        Assert.Empty(all.GroupBy(label => label.Id).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Empty(all.GroupBy(label => label.Prompt).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    private static IEnumerable<ScoredPrompt> Valid() => new[] { PromptSet.Own, PromptSet.Life, PromptSet.Trades, PromptSet.Plain }.SelectMany(set => set.Scored).Where(prompt => prompt.IsValid);

    private static IEnumerable<LabelledPrompt> Labels() =>
        new[] { PromptSet.Own, PromptSet.Life, PromptSet.Plain }.SelectMany(set => set.Labels).Where(label => label.Expected is Expectation.Compiles);

    /// <summary>Labels say more than programs can yet: fields that the catalog lacks, and what has just ceased to be so.</summary>
    private static bool CanBeTried(FlatCondition.Leaf leaf) => leaf.IsSemantic || (CortexCatalog.Known.FindField(leaf.Field) is not null && !(leaf is { IsNegated: true, Edge: true }));

    private static Truth TruthOf(Expectation.Compiles expected, LabelledItem item) =>
        new PreparedJudgement(new AllOf([.. expected.Program.Conditions.Select(ConditionOf)]), expected.Program).TruthOf(item);

    private static Condition ConditionOf(FlatCondition condition) => condition switch
    {
        FlatCondition.Any any => new AnyOf([.. any.Parts.Select(ConditionOf)]),
        FlatCondition.All all => new AllOf([.. all.Parts.Select(ConditionOf)]),
        FlatCondition.Leaf { IsNegated: true } leaf => new NotOf(ConditionOf(leaf with { IsNegated = false })),
        FlatCondition.Leaf leaf => new Comparison(leaf.Field, OperatorOf(leaf.Operator), LiteralOf(leaf), leaf.Edge),
        _ => throw new InvalidOperationException($"{condition} is of no known form."),
    };

    private static Operator OperatorOf(string name) => name switch
    {
        "gt" => Operator.GreaterThan,
        "lt" => Operator.LessThan,
        _ => Enum.Parse<Operator>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
    };

    private static Literal LiteralOf(FlatCondition.Leaf leaf) => (leaf.Value, CortexCatalog.Known.FindField(leaf.Field)?.Kind) switch
    {
        ("true" or "false", _) => Literal.Of(leaf.Value == "true"),
        (var value, FieldKind.Number) => Literal.Of(decimal.Parse(value!, System.Globalization.CultureInfo.InvariantCulture)),
        var (value, _) => Literal.Of(value ?? ""),
    };

    private static void AssertAtLeast(int floor, IReadOnlyList<ScoredPrompt> prompts, Func<ScoredPrompt, bool> isGood)
    {
        var bad = prompts.Where(prompt => !isGood(prompt)).ToList();
        Assert.True(prompts.Count - bad.Count >= floor, $"Good are {prompts.Count - bad.Count} of {prompts.Count}. The others:\n{PromptSet.Lines(bad)}");
    }
}
