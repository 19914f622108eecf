using System.Text.Json;
using Cortex.Programs;
using Cortex.Programs.Templates;
using Cortex.Rehearsals;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Programs;

public class DryRunnerTests
{
    private static readonly DryRunner Runner = new(new TemplateRenderer(new TemplateParser()));

    [Fact]
    public void AnInput_ThatNeedsAnEarlierStep_ShowsWhatWillStandThere()
    {
        var run = Run(
            new Step("ai.summarize", """{"text":"{{ body }}"}"""),
            new Step("gmail.reply", """{"body":"{{ steps[0].output.summary }} / {{ steps[0].output.other }}"}"""));

        Assert.Equal("""{"body":"[summary of step 1] / [other of step 1]"}""", run.Steps[1].InputJson);
    }

    [Fact]
    public void AStep_WhoseConditionFails_IsSkipped_AndOneThatDependsOnAStep_IsOpen()
    {
        var run = Run(
            new Step("ai.classify", """{"text":"{{ body }}"}"""),
            new Step("none", "{}", Is("subject", Operator.Contains, "receipt")),
            new Step("none", "{}", Is("steps[0].output.label", Operator.Equals, "urgent")));

        Assert.Equal(["would_run", "skipped", "unknown"], run.Steps.Select(step => step.Status));
        Assert.Equal("label of step 1 is \"urgent\"", run.Steps[2].Condition!.Condition);
    }

    [Fact]
    public void ASemanticCondition_IsNotJudged_AndSaysSo()
    {
        var run = Runner.Run(
            new CortexProgram(1, new Trigger(Providers.Gmail, "email.received", Is("body", Operator.Semantic, "is angry")), [new Step("none", "{}")]), Fields, [], "sample", CancellationToken.None);

        Assert.Equal(("unknown", SemanticTest.NotJudged), (run.Verdict, run.Conditions.Explanation));
    }

    [Theory]
    [InlineData("Closed Won", "holds")]
    [InlineData("Prospecting", "fails")]
    public void AConditionOnWhatBecameTrue_TakesTheSampleAsWhatAChangeMadeOfIt(string stage, string verdict)
    {
        var won = Is("StageName", Operator.Equals, "Closed Won") with { Edge = true };
        var sample = JsonElement.Parse($$"""{"StageName":"{{stage}}"}""");

        var run = Runner.Run(new(1, new Trigger(Providers.Salesforce, "opportunity.updated", won), [new Step("none", "{}")]), sample, [], "sample", CancellationToken.None);

        Assert.Equal(verdict, run.Verdict);
    }

    private static DryRun Run(params Step[] steps) =>
        Runner.Run(new CortexProgram(1, new Trigger(Providers.Gmail, "email.received", Condition.Always), steps), Fields, [], "sample", CancellationToken.None);
}
