using System.Text.Json;
using Cortex.Cli.Bench.Compile.Scoring;

namespace Cortex.Core.Tests.Compilation.Scoring;

public class BehaviourTests
{
    private const string Ana = """{"field":"from","op":"equals","value":"ana@shop.example"}""";
    private const string Star = """[{"tool":"gmail.star"}]""";
    private const string StarStep = """[{"tool":"gmail.star","input":{}}]""";
    private const string Items = """[{"item":{"from":"ana@shop.example","fromName":"Ana"},"fires":true},{"item":{"from":"bo@x.example","fromName":"Ana Bo"},"fires":false}]""";

    [Theory]
    [InlineData(Ana, true)]
    [InlineData("""{"field":"from","op":"contains","value":"ana@shop.example"}""", true)]
    [InlineData("""{"not":{"field":"from","op":"contains","value":"x.example"}}""", true)]
    [InlineData("""{"field":"from","op":"contains","value":"ana"}""", false)]
    [InlineData("""{"all":[]}""", false)]
    public void AProgram_FiresForTheLabelledItems_OrNot(string where, bool behaves) =>
        Assert.Equal(behaves, Score(Label($"[{Ana}]", Star, Items), where, StarStep).Behaves);

    [Theory]
    [InlineData("equals", true)]
    [InlineData("contains", false)]
    public void AnotherWayToCompareAnAddress_IsAsGood_OnlyWhereItMeetsTheSame(string op, bool isExact)
    {
        const string Named = """[{"item":{"from":"ana@shop.example","fromName":"x"},"fires":true},{"item":{"from":"ana@shop.example.x.example","fromName":"x"},"fires":false}]""";
        var where = $$"""{"field":"from","op":"{{op}}","value":"ana@shop.example"}""";

        Assert.Equal((isExact, isExact), Score(Label($"[{Ana}]", Star, Named), where, StarStep) is var score ? (score.Exact, score.Behaves) : default);
    }

    [Theory]
    [InlineData("ana@shop.example", "contains", true)]
    [InlineData("@shop.example", "ends_with", false)]
    [InlineData("Ana", "contains", false)]
    public void WithoutItems_TheValueSays_WhetherItIsAsGood(string value, string op, bool isExact) =>
        Assert.Equal(
            isExact,
            Score(Label($$"""[{"field":"from","op":"equals","value":"{{value}}"}]""", Star, "[]"), $$"""{"field":"from","op":"{{op}}","value":"{{value}}"}""", StarStep).Exact);

    [Theory]
    [InlineData("""{"field":"item","op":"semantic","value":"is a receipt"}""", true)]
    [InlineData("""{"not":{"field":"item","op":"semantic","value":"is a receipt"}}""", false)]
    [InlineData("""{"field":"item","op":"semantic","value":"is not a receipt"}""", false)]
    [InlineData("""{"not":{"field":"item","op":"semantic","value":"isn't a receipt"}}""", true)]
    [InlineData("""{"field":"body","op":"contains","value":"receipt"}""", false)]
    public void WhatTheItemMeans_IsAsLabelled(string where, bool behaves)
    {
        const string Receipts = """[{"item":{"body":"We have got your money."},"means":true,"fires":true},{"item":{"body":"No receipt yet."},"means":false,"fires":false}]""";

        Assert.Equal(behaves, Score(Label("""[{"field":"content","op":"semantic","value":"a receipt"}]""", Star, Receipts), where, StarStep).Behaves);
    }

    [Fact]
    public void WhatTheLabelDeniesInWords_IsDeniedOnce()
    {
        const string Items = """[{"item":{"body":"a"},"means":false,"fires":true},{"item":{"body":"b"},"means":true,"fires":false}]""";
        var label = Label("""[{"field":"content","op":"semantic","value":"a receipt","negate":true}]""", Star, Items);

        Assert.True(Score(label, """{"not":{"field":"item","op":"semantic","value":"a receipt"}}""", StarStep).Behaves);
        Assert.False(Score(label, """{"field":"item","op":"semantic","value":"a receipt"}""", StarStep).Behaves);
    }

    [Theory]
    [InlineData(""","edge":true""", true)]
    [InlineData("", false)]
    public void WhatWasSoBefore_IsTold_ByTheItemBefore(string edge, bool behaves)
    {
        const string Labelled = """[{"item":{"labels":["Bills"]},"before":{"labels":[]},"fires":true},{"item":{"labels":["Bills"]},"before":{"labels":["Bills"]},"fires":false}]""";
        var label = Label("""[{"field":"labels","op":"contains","value":"Bills","edge":true}]""", Star, Labelled);

        Assert.Equal(behaves, Score(label, $$"""{"field":"labels","op":"contains","value":"Bills"{{edge}}}""", StarStep).Behaves);
    }

    [Theory]
    [InlineData("""{"field":"hasAttachment","op":"equals","value":true}""", true, true)]
    [InlineData("""{"not":{"field":"hasAttachment","op":"equals","value":false}}""", false, true)]
    [InlineData("""{"not":{"field":"hasAttachment","op":"equals","value":true}}""", false, false)]
    public void AStep_IsTaken_WhereItsOwnConditionHolds(string condition, bool isExact, bool behaves)
    {
        var label = Label(
            "[]",
            """[{"tool":"notify.user"},{"tool":"gmail.star","if":[{"field":"hasAttachment","op":"equals","value":true}]}]""",
            """[{"item":{"hasAttachment":true},"fires":true,"runs":[0,1]},{"item":{"hasAttachment":false},"fires":true,"runs":[0]}]""");
        var score = Score(label, """{"all":[]}""", $$$"""[{"tool":"notify.user","input":{"text":"a"}},{"tool":"gmail.star","input":{},"if":{{{condition}}}}]""");

        Assert.Equal((isExact, behaves), (score.Exact, score.Behaves));
    }

    [Fact]
    public void AStepWithoutItsCondition_IsNeitherExactNorBehaves()
    {
        var label = Label(
            "[]",
            """[{"tool":"gmail.forward","inputs":{"to":"a@x.example"},"if":[{"field":"subject","op":"contains","value":"a"}]},{"tool":"gmail.forward","inputs":{"to":"b@x.example"},"if":[{"field":"subject","op":"contains","value":"a","negate":true}]}]""",
            """[{"item":{"subject":"a"},"fires":true,"runs":[0]},{"item":{"subject":"b"},"fires":true,"runs":[1]}]""");
        const string A = """{"field":"subject","op":"contains","value":"a"}""";
        const string B = """{"not":{"field":"subject","op":"contains","value":"a"}}""";

        Assert.Equal((true, true), Both(A, B));
        Assert.Equal((false, false), Both(B, A));
        Assert.Equal((false, false), Both(A, A));

        (bool Exact, bool Behaves) Both(string one, string other) =>
            Score(label, """{"all":[]}""", $$$"""[{"tool":"gmail.forward","input":{"to":"a@x.example"},"if":{{{one}}}},{"tool":"gmail.forward","input":{"to":"b@x.example"},"if":{{{other}}}}]""") is var score
                ? (score.Exact, score.Behaves)
                : default;
    }

    [Theory]
    [InlineData("""{"any":[{"all":[{"field":"subject","op":"contains","value":"a"},{"field":"body","op":"contains","value":"b"}]},{"field":"body","op":"contains","value":"c"}]}""", true)]
    [InlineData("""{"any":[{"field":"subject","op":"contains","value":"a"},{"field":"body","op":"contains","value":"b"},{"field":"body","op":"contains","value":"c"}]}""", false)]
    [InlineData("""{"not":{"all":[{"not":{"all":[{"field":"subject","op":"contains","value":"a"},{"field":"body","op":"contains","value":"b"}]}},{"not":{"field":"body","op":"contains","value":"c"}}]}}""", true)]
    public void AGroupWithinAGroup_IsComparedAsOne(string where, bool isExact)
    {
        const string Labelled = """[{"any":[{"all":[{"field":"body","op":"contains","value":"b"},{"field":"subject","op":"contains","value":"a"}]},{"field":"body","op":"contains","value":"c"}]}]""";

        Assert.Equal(isExact, Score(Label(Labelled, Star, "[]"), where, StarStep).Exact);
    }

    [Theory]
    [InlineData("""{"tool":"wait","inputs":{"duration":"1d"}}""", """{"tool":"wait","input":{"duration":"24h"}}""", true)]
    [InlineData("""{"tool":"wait","inputs":{"duration":"1d"}}""", """{"tool":"wait","input":{"duration":"1h"}}""", false)]
    [InlineData("""{"tool":"x","inputs":{"start":"+1 day"}}""", """{"tool":"x","input":{"start":"+24 hours"}}""", true)]
    [InlineData("""{"tool":"x","inputs":{"start":"friday"}}""", """{"tool":"x","input":{"start":"next friday"}}""", true)]
    [InlineData("""{"tool":"x","inputs":{"start":"friday"}}""", """{"tool":"x","input":{"start":"next sunday"}}""", false)]
    [InlineData("""{"tool":"x","inputs":{"start":"tomorrow"}}""", """{"tool":"x","input":{"start":"today"}}""", false)]
    [InlineData("""{"tool":"notify.user","inputs":{"text":"pack my bag"}}""", """{"tool":"notify.user","input":{"text":"New event"}}""", false)]
    [InlineData("""{"tool":"notify.user","inputs":{"text":"pack my bag"}}""", """{"tool":"gmail.send_email","input":{"to":"me","subject":"a","body":"Pack my bag"}}""", true)]
    [InlineData("""{"tool":"notify.user","inputs":{"text":"pack my bag"}}""", """{"tool":"gmail.send_email","input":{"to":"me","subject":"a","body":"b"}}""", false)]
    [InlineData("""{"tool":"notify.user","inputs":{"text":"wake up: {{subject}}"}}""", """{"tool":"notify.user","input":{"text":"Wake up: {{ subject }}"}}""", true)]
    [InlineData("""{"tool":"notify.user","inputs":{"text":"wake up: {{subject}}"}}""", """{"tool":"notify.user","input":{"text":"{{ subject }}"}}""", false)]
    [InlineData("""{"tool":"x","inputs":{"object":"Task","fields":{"Priority":"High"}}}""", """{"tool":"x","input":{"object":"Task","fields":{"Subject":"High"}}}""", false)]
    public void AStatedInput_IsCompared(string labelled, string step, bool isExact) =>
        Assert.Equal(isExact, Score(Label("[]", $"[{labelled}]", "[]"), """{"all":[]}""", $"[{step}]").Exact);

    [Theory]
    [InlineData("""["needs_clarification"]""", null, "needs_clarification", nameof(Judgement.RefusedRightly))]
    [InlineData("""["needs_clarification"]""", null, "no_action", nameof(Judgement.RefusedOtherwise))]
    [InlineData("""["needs_clarification"]""", "gmail.trash", null, nameof(Judgement.Wrong))]
    [InlineData("""["needs_clarification","needs_confirmation"]""", "gmail.trash", null, nameof(Judgement.Confirmed))]
    [InlineData("""["needs_clarification","needs_confirmation"]""", "gmail.star", null, nameof(Judgement.Wrong))]
    public void APromptThatMustBeAskedAbout_IsJudgedByTheQuestion(string codes, string? tool, string? error, string judgement)
    {
        var label = LabelledPromptReader.Read(JsonElement.Parse($$$"""{"id":"1","prompt":"p","codes":{{{codes}}}}"""));
        var program = tool is null ? (JsonElement?)null : Program("""{"all":[]}""", $$$"""[{"tool":"{{{tool}}}","input":{}}]""");

        Assert.Equal(judgement, ScoredPrompt.Of(label, new("1", program, error)).Judgement.ToString());
    }

    private static ProgramScore Score(LabelledPrompt label, string where, string steps) => ScoredPrompt.Of(label, new("1", Program(where, steps), Error: null)).Score!;

    private static LabelledPrompt Label(string conditions, string actions, string items) => LabelledPromptReader.Read(JsonElement.Parse(
        $$$"""
        {"id":"1","valid":true,"prompt":"p","difficulty":"simple","form":"when_then","items":{{{items}}},
         "expect":{"provider":"gmail","trigger":"email.received","conditions":{{{conditions}}},"actions":{{{actions}}}}}
        """));

    private static JsonElement Program(string where, string steps) =>
        JsonElement.Parse($$$"""{"version":1,"trigger":{"provider":"gmail","event":"email.received","where":{{{where}}}},"steps":{{{steps}}}}""");
}
