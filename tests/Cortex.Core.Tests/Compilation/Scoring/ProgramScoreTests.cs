using System.Text.Json;
using Cortex.Cli.Bench.Compile.Scoring;

namespace Cortex.Core.Tests.Compilation.Scoring;

public class ProgramScoreTests
{
    private const string From = """{"field":"from","op":"equals","value":"a@x.example"}""";

    [Theory]
    [InlineData($"[{From}]", From)]
    [InlineData($"[{From}]", """{"field":"from","op":"contains","value":" \"A@X.example\" "}""")]
    [InlineData("""[{"field":"from","op":"ends_with","value":"x.example"}]""", """{"field":"sender","op":"contains","value":"@x.example"}""")]
    [InlineData("""[{"field":"summary","op":"contains","value":"a  b"}]""", """{"field":"event.title","op":"contains","value":"A b"}""")]
    [InlineData("""[{"field":"Amount","op":"gt","value":5000}]""", """{"field":"Amount","op":"gt","value":"5000"}""")]
    [InlineData("""[{"field":"content","op":"semantic","value":"a receipt"}]""", """{"field":"item","op":"semantic","value":"is a bill that was paid"}""")]
    [InlineData("""[{"field":"content","op":"semantic","value":"an important email"}]""", """{"field":"labels","op":"contains","value":"IMPORTANT"}""")]
    [InlineData("""[{"field":"attachments","op":"exists","value":true}]""", """{"field":"attachments","op":"exists","value":"yes"}""")]
    [InlineData("""[{"field":"changed","op":"contains","value":"start"}]""", """{"field":"changed","op":"contains","value":"start.dateTime"}""")]
    [InlineData("""[{"field":"from","op":"contains","value":"Bo","negate":true}]""", """{"not":{"all":[{"field":"from","op":"contains","value":"Bo"}]}}""")]
    [InlineData(
        """[{"field":"subject","op":"contains","value":"a","negate":true},{"field":"subject","op":"contains","value":"b","negate":true}]""",
        """{"not":{"any":[{"field":"subject","op":"contains","value":"b"},{"field":"subject","op":"contains","value":"a"}]}}""")]
    [InlineData(
        """[{"any":[{"field":"subject","op":"contains","value":"a"},{"field":"subject","op":"contains","value":"b"}]}]""",
        """{"any":[{"field":"subject","op":"contains","value":"b"},{"any":[{"field":"subject","op":"contains","value":"a"}]}]}""")]
    [InlineData($"[{From},{From}]", $$"""{"all":[{"all":[{{From}}]},{{From}}]}""")]
    public void Conditions_ThatMeanTheLabelled_AreRight(string labelled, string compiled) => Assert.True(ScoreConditions(labelled, compiled));

    [Theory]
    [InlineData("""[{"field":"subject","op":"contains","value":"a"}]""", """{"field":"subject","op":"equals","value":"a"}""")]
    [InlineData("""[{"field":"subject","op":"contains","value":"a"}]""", """{"field":"subject","op":"contains","value":"ab"}""")]
    [InlineData("""[{"field":"subject","op":"contains","value":"a"}]""", """{"field":"body","op":"contains","value":"a"}""")]
    [InlineData("""[{"field":"subject","op":"contains","value":"a"}]""", """{"not":{"field":"subject","op":"contains","value":"a"}}""")]
    [InlineData("""[{"field":"content","op":"semantic","value":"a receipt"}]""", """{"field":"body","op":"contains","value":"receipt"}""")]
    [InlineData("""[{"field":"content","op":"semantic","value":"urgent"}]""", """{"field":"labels","op":"contains","value":"IMPORTANT"}""")]
    [InlineData($"[{From}]", """{"all":[]}""")]
    [InlineData("[]", From)]
    [InlineData($"[{From}]", $$"""{"all":[{{From}},{{From}}]}""")]
    [InlineData(
        """[{"any":[{"field":"subject","op":"contains","value":"a"},{"field":"subject","op":"contains","value":"b"}]}]""",
        """{"all":[{"field":"subject","op":"contains","value":"a"},{"field":"subject","op":"contains","value":"b"}]}""")]
    [InlineData(
        """[{"field":"subject","op":"contains","value":"a","negate":true}]""",
        """{"not":{"all":[{"field":"subject","op":"contains","value":"a"},{"field":"subject","op":"contains","value":"a"}]}}""")]
    public void Conditions_ThatMeanSomethingElse_AreWrong(string labelled, string compiled) => Assert.False(ScoreConditions(labelled, compiled));

    [Theory]
    [InlineData("""{"ops":{"subject":["equals"]}}""", """{"field":"subject","op":"equals","value":"a"}""")]
    [InlineData("""{"values":{"subject":["b"]}}""", """{"field":"subject","op":"contains","value":"b"}""")]
    [InlineData("""{"conditions":[[{"field":"body","op":"contains","value":"a"}]]}""", """{"field":"body","op":"contains","value":"a"}""")]
    [InlineData("""{"extra_conditions":[{"field":"to","op":"equals","value":"me"}]}""", """{"all":[{"field":"subject","op":"contains","value":"a"},{"field":"to","op":"equals","value":"me"}]}""")]
    public void Conditions_ThatTheLabelAccepts_AreRight(string accept, string compiled) =>
        Assert.True(ScoreConditions("""[{"field":"subject","op":"contains","value":"a"}]""", compiled, accept));

    [Theory]
    [InlineData("""[{"tool":"notify.user"}]""", """[{"tool":"notify.user","input":{"text":"Hi"}}]""")]
    [InlineData("""[{"tool":"notify.user"}]""", """[{"tool":"gmail.send_email","input":{"to":"{{user.email}}"}}]""")]
    [InlineData("""[{"tool":"gmail.send_email","inputs":{"to":"me"}}]""", """[{"tool":"notify.user","input":{}}]""")]
    [InlineData("""[{"tool":"gmail.star"}]""", """[{"tool":"ai.summarize","input":{}},{"tool":"gmail.star","input":{}},{"tool":"ai.draft","input":{}}]""")]
    [InlineData("""[{"tool":"ai.draft","optional":true},{"tool":"gmail.create_draft"}]""", """[{"tool":"gmail.create_draft","input":{}}]""")]
    [InlineData("""[{"tool":"gmail.reply","inputs":{"body":"Thanks"}}]""", """[{"tool":"gmail.reply","input":{"body":"Hello. Thanks!"}}]""")]
    [InlineData("""[{"tool":"gmail.add_label","inputs":{"label":"Bills"}}]""", """[{"tool":"gmail.add_label","input":{"labels":"bills"}}]""")]
    [InlineData("""[{"tool":"ai.extract","inputs":{"fields":["a","b"]}}]""", """[{"tool":"ai.extract","input":{"fields":"b, a"}}]""")]
    [InlineData("""[{"tool":"x","inputs":{"fields":{"Name":"{{event.subject}}"}}}]""", """[{"tool":"x","input":{"fields":{"Name":"New: {{ subject }}","More":1}}}]""")]
    public void Steps_ThatDoTheLabelled_AreRight(string labelled, string steps) => Assert.Equal((true, true), ScoreSteps(labelled, steps));

    [Theory]
    [InlineData("""[{"tool":"gmail.star"},{"tool":"gmail.archive"}]""", """[{"tool":"gmail.archive","input":{}},{"tool":"gmail.star","input":{}}]""", false)]
    [InlineData("""[{"tool":"gmail.star"}]""", """[{"tool":"gmail.star","input":{}},{"tool":"gmail.archive","input":{}}]""", false)]
    [InlineData("""[{"tool":"notify.user"}]""", """[{"tool":"gmail.send_email","input":{"to":"bo@x.example"}}]""", false)]
    [InlineData("""[{"tool":"gmail.star"}]""", "[]", false)]
    [InlineData("""[{"tool":"gmail.forward","inputs":{"to":"a@x.example"}}]""", """[{"tool":"gmail.forward","input":{"to":"b@x.example"}}]""", true)]
    [InlineData("""[{"tool":"gmail.reply","inputs":{"body":"Thanks"}}]""", """[{"tool":"gmail.reply","input":{}}]""", true)]
    [InlineData("""[{"tool":"x","inputs":{"fields":{"Name":"{{event.subject}}"}}}]""", """[{"tool":"x","input":{"fields":{"Name":"subject"}}}]""", true)]
    public void Steps_ThatDoSomethingElse_AreWrong(string labelled, string steps, bool toolsAreRight) =>
        Assert.Equal((toolsAreRight, false), ScoreSteps(labelled, steps));

    [Theory]
    [InlineData("""{"tools":["gmail.send_email"]}""", """[{"tool":"gmail.send_email","input":{"to":"bo@x.example"}}]""")]
    [InlineData("""{"extra_tools":["gmail.archive"]}""", """[{"tool":"gmail.archive","input":{}},{"tool":"gmail.forward","input":{}}]""")]
    public void Steps_ThatTheLabelAccepts_AreRight(string accept, string steps) =>
        Assert.Equal((true, true), ScoreSteps("""[{"tool":"gmail.forward"}]""", steps, accept));

    [Theory]
    [InlineData("no_action", true)]
    [InlineData("no_trigger", true)]
    [InlineData("empty", false)]
    [InlineData(null, false)]
    public void ARefusal_OfAnInvalidPrompt_IsJudgedByItsCode(string? code, bool isRight) =>
        Assert.Equal(isRight ? Judgement.RefusedRightly : Judgement.RefusedOtherwise, ScoredPrompt.Of(Label("false", """{"error":"no_action","accept_errors":["no_trigger"]}"""), new("1", Program: null, code)).Judgement);

    [Fact]
    public void AProgram_ForAnInvalidPrompt_IsWrong_UnlessTheLabelHasIt()
    {
        var label = Label("false", """{"error":"feedback_loop","or_program":{"provider":"gmail","trigger":"email.received","conditions":[],"actions":[{"tool":"none"}]}}""");

        Assert.Equal(Judgement.Exact, ScoredPrompt.Of(label, new("1", Program("""{"all":[]}""", """[{"tool":"none","input":{}}]"""), null)).Judgement);
        Assert.Equal(Judgement.Wrong, ScoredPrompt.Of(label, new("1", Program(From, """[{"tool":"none","input":{}}]"""), null)).Judgement);
        Assert.Equal(Judgement.Wrong, ScoredPrompt.Of(Label("false", """{"error":"empty"}"""), new("1", Program(From, "[]"), null)).Judgement);
    }

    [Fact]
    public void ALeadTime_ThatIsNotTheStatedOne_IsSeen()
    {
        var label = Label("true", """{"provider":"gmail","trigger":"email.received","conditions":[],"actions":[],"params":{"minutes_before":10}}""");

        Assert.Equal((true, false), ScoredPrompt.Of(label, new("1", Program("""{"all":[]}""", "[]"), null)).Score is { } score ? (score.Exact, score.LeadTime) : default);
    }

    [Theory]
    [InlineData(""","edge":true""", true)]
    [InlineData("", false)]
    public void AnEdge_ThatIsLabelled_MustBeThere(string edge, bool isThere)
    {
        var score = Score(
            """[{"field":"Status","op":"equals","value":"New","edge":true}]""", "[]", $$"""{"field":"Status","op":"equals","value":"New"{{edge}}}""", "[]", accept: "{}");

        Assert.Equal((true, isThere, isThere), (score.Exact, score.Edge, score.Faithful));
    }

    private static bool ScoreConditions(string labelled, string compiled, string accept = "{}") =>
        Score(labelled, "[]", compiled, "[]", accept).Conditions;

    private static (bool Tools, bool Inputs) ScoreSteps(string labelled, string steps, string accept = "{}")
    {
        var score = Score("[]", labelled, """{"all":[]}""", steps, accept);
        return (score.Tools, score.Inputs);
    }

    private static ProgramScore Score(string conditions, string actions, string where, string steps, string accept)
    {
        var label = Label("true", $$"""{"provider":"gmail","trigger":"email.received","conditions":{{conditions}},"actions":{{actions}},"accept":{{accept}}}""");
        return ScoredPrompt.Of(label, new("1", Program(where, steps), Error: null)).Score!;
    }

    private static LabelledPrompt Label(string valid, string expect) =>
        LabelledPromptReader.Read(JsonElement.Parse($$"""{"id":"1","valid":{{valid}},"prompt":"p","difficulty":"simple","form":"when_then","expect":{{expect}}}"""));

    private static JsonElement Program(string where, string steps) =>
        JsonElement.Parse($$"""{"version":1,"trigger":{"provider":"gmail","event":"email.received","where":{{where}}},"steps":{{steps}}}""");
}
