using Cortex.Catalog;
using Cortex.Core.Tests.Support;
using Cortex.Model;
using Cortex.Programs;
using Cortex.Tools;
using Cortex.Tools.Ai;
using Cortex.Units;

namespace Cortex.Core.Tests.Units;

public sealed class CapabilitiesTests
{
    private static readonly Condition Semantic = new Comparison("subject", Operator.Semantic, Literal.Of("it is urgent"));

    [Fact]
    public void Program_OfWhatIsThere_LacksNothing() => Assert.Null(Of(ScriptedModel.Missing).Refuse(Program(new Step("none", "{}"))));

    [Fact]
    public void Event_ThatNoRecordBrings_IsRefused()
    {
        var refusal = Of(ScriptedModel.Missing).Refuse(Program(new Step("none", "{}"), @event: "email.snoozed"))!;

        Assert.Equal((RefusalKind.Unprocessable, RefusalCode.UnsupportedTrigger), (refusal.Kind, refusal.Code));
        Assert.StartsWith("Cortex understands this, but this version cannot", refusal.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("yet.", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Tool_ThatIsNotThere_IsRefusedByItsName()
    {
        var refusal = Of(ScriptedModel.Missing).Refuse(Program(new Step("salesforce.create_record", "{}")))!;

        Assert.Equal((RefusalCode.UnsupportedAction, $"Cortex understands this, but this version cannot {CortexCatalog.Known.FindTool("salesforce.create_record")!.Label} yet."), (refusal.Code, refusal.Sentence));
    }

    [Fact]
    public void Model_IsNeededForItsToolsAndForConditionsInWords()
    {
        CortexProgram[] programs =
        [
            Program(new Step("ai.summarize", "{}")),
            Program(new Step("none", "{}"), new NotOf(new AnyOf([Semantic]))),
            Program(new Step("none", "{}", Semantic)),
        ];

        Assert.All(programs, program => Assert.Contains("GROQ_API_KEY", Of(ScriptedModel.Missing).Refuse(program)!.Sentence, StringComparison.Ordinal));
        Assert.All(programs, program => Assert.Null(Of(new ScriptedModel()).Refuse(program)));
    }

    [Fact]
    public void Shortcomings_AreAllOfThem_TheTriggersFirst_EachOnce()
    {
        var all = Of(ScriptedModel.Missing).Shortcomings(new(1, new(Providers.Gmail, "email.snoozed", Condition.Always), [new("ai.summarize", "{}"), new("ai.summarize", "{}"), new("gmail.find", "{}")]));

        Assert.Equal([RefusalCode.UnsupportedTrigger, RefusalCode.UnsupportedAction, RefusalCode.UnsupportedAction], all.Select(s => s.Code));
    }

    private static CortexProgram Program(Step step, Condition? where = null, string @event = "email.received") =>
        new(1, new(Providers.Gmail, @event, where ?? Condition.Always), [step]);

    private static Capabilities Of(ILanguageModel model) =>
        new(new ToolRegistry([new NoneTool(), new AiSummarizeTool(RunModels.Of(model))]), model, CortexCatalog.Known);
}
