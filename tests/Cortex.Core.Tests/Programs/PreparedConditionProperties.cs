using System.Diagnostics;
using System.Text.Json;
using Cortex.Programs;
using CsCheck;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Programs;

/// <summary>What holds of every condition, whatever an item says.</summary>
public class PreparedConditionProperties(ITestOutputHelper output)
{
    private const int Samples = 2_000;

    private static readonly string[] Names =
        ["from", "to", "subject", "date", "labels", "hasAttachment", "changed", "steps[0].output", "steps[0].output.label", "steps[1].output.label", "steps[x", "colour"];

    private static readonly string[] Values =
        ["null", "true", "12.5", "\"a\"", "\"ana@shop.example\"", "\"\\ud800\"", "[]", "[\"a\",[1],{}]", "{\"label\":\"a\"}", "\"2026-01-31\""];

    private static readonly Gen<JsonElement> Item =
        Gen.Select(Gen.OneOf(Names), Gen.OneOf(Values)).Array[0, 8].Select(pairs => Parse(
            "{" + string.Join(',', pairs.DistinctBy(pair => pair.Item1).Select(pair => $"{JsonSerializer.Serialize(pair.Item1)}:{pair.Item2}")) + "}"));

    private static readonly Gen<Condition> Leaf = Gen.Select(Gen.OneOf(Names), Gen.Int[0, 8], Gen.OneOf("a", "2026-01-01", "ana@shop.example", ""), Gen.Bool,
        (field, op, value, edge) => (Condition)(Is(field, (Operator)op, value) with { Edge = edge }));

    private static readonly Gen<Condition> Tree = TreeOf(3);

    private static readonly Gen<string?[]> Outputs = Gen.OneOf<string?>(null, "{}", "[", "{\"label\":\"a\"}", "7").Array[0, 2];

    [Fact]
    public void AnyCondition_OfAnyItem_HasATruthAndAReportThatAgree() =>
        Gen.Select(Tree, Item, Item, Gen.Bool, Outputs).Sample(
            (condition, item, previous, known, outputs) =>
            {
                var prepared = PreparedCondition.Of(condition);
                var facts = new Facts(item, known ? previous : null, outputs);
                var truth = prepared.TruthOf(facts);
                var verdict = prepared.Evaluate(facts);

                return verdict.Truth == truth
                    && (verdict.Condition is null) == (truth == Truth.True)
                    && prepared.Report(facts).Verdict == VerdictWord.Of(truth)
                    && (truth == Truth.Unknown) == (prepared.Undecided(facts).Count > 0);
            },
            iter: Samples);

    [Fact]
    public void AKnownTruth_StaysWhateverTheModelSays() =>
        Gen.Select(Tree, Item, Gen.Bool, Outputs).Sample(
            (condition, item, says, outputs) =>
            {
                var prepared = PreparedCondition.Of(condition);
                var before = prepared.TruthOf(new Facts(item, item, outputs));
                var judged = Semantics(condition).Distinct().ToDictionary(leaf => leaf, _ => new SemanticVerdict(says, "So it is."));
                var after = prepared.TruthOf(new Facts(item, item, outputs, judged));

                return after != Truth.Unknown && (before == Truth.Unknown || before == after);
            },
            iter: Samples);

    [Fact]
    public void AnEvaluation_TakesMicroseconds()
    {
        const int Rounds = 20_000;
        var prepared = PreparedCondition.Of(new AllOf(
        [
            Is("from", Operator.Equals, "ana@shop.example"),
            new AnyOf([Is("subject", Operator.Contains, "receipt"), Is("subject", Operator.Contains, "invoice")]),
            new NotOf(Is("labels", Operator.Contains, "spam")),
        ]));
        var facts = new Facts(Fields);
        for (var i = 0; i < Rounds; i++)
        {
            Assert.Equal(Truth.True, prepared.TruthOf(facts));
        }

        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rounds; i++)
        {
            prepared.TruthOf(facts);
        }

        var microseconds = Stopwatch.GetElapsedTime(started).TotalMicroseconds / Rounds;
        output.WriteLine($"{microseconds:0.00} µs per evaluation of four comparisons");

        // Far above what it takes, so that only a change of order fails on a busy machine.
        Assert.True(microseconds < 200, $"{microseconds} µs");
    }

    private static IEnumerable<Comparison> Semantics(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Semantics),
        AnyOf any => any.Parts.SelectMany(Semantics),
        NotOf not => Semantics(not.Part),
        Comparison { Op: Operator.Semantic } leaf => [leaf],
        _ => [],
    };

    private static Gen<Condition> TreeOf(int depth)
    {
        if (depth == 0)
        {
            return Leaf;
        }

        var part = TreeOf(depth - 1);
        return Gen.OneOf(
            Leaf,
            part.Array[0, 3].Select(parts => (Condition)new AllOf(parts)),
            part.Array[1, 3].Select(parts => (Condition)new AnyOf(parts)),
            part.Select(one => (Condition)new NotOf(one)));
    }
}
