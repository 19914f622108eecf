using Cortex.Catalog;
using Cortex.Items;
using Cortex.Model;
using Cortex.Programs;
using Cortex.Tools;

namespace Cortex.Units;

/// <summary>Compares what the language can say with what can be done, so that no automation is kept that would never run, or would always fail. Pure.</summary>
internal sealed class Capabilities(ToolRegistry tools, ILanguageModel model, CortexCatalog catalog)
{
    /// <summary>The first thing that stands in the way of this program as a refusal, or null.</summary>
    public Refusal? Refuse(CortexProgram program) =>
        Shortcomings(program) is [var first, ..] ? new(RefusalKind.Unprocessable, first.Sentence, first.Code) : null;

    /// <summary>Everything that stands in the way of this program, the trigger's first.</summary>
    public IReadOnlyList<Shortcoming> Shortcomings(CortexProgram program) => [.. OfTrigger(program.Trigger).Concat(program.Steps.SelectMany(OfStep)).Distinct()];

    private IEnumerable<Shortcoming> OfTrigger(Trigger trigger)
    {
        if (!ProviderItems.Brings(trigger.Provider, trigger.Event))
        {
            var phrase = catalog.FindTrigger(trigger.Provider, trigger.Event)?.Phrase ?? trigger.Event;
            yield return new(RefusalCode.UnsupportedTrigger, $"Cortex understands this, but this version cannot tell when {phrase} yet.");
        }

        if (NeedsModel(trigger.Where))
        {
            yield return new(RefusalCode.UnsupportedTrigger, WithoutModel("judge a condition in words"));
        }
    }

    private IEnumerable<Shortcoming> OfStep(Step step)
    {
        var tool = catalog.FindTool(step.Tool);
        if (!tools.TryGet(step.Tool, out _))
        {
            yield return new(RefusalCode.UnsupportedAction, $"Cortex understands this, but this version cannot {tool?.Label ?? step.Tool} yet.");
        }
        else if (tool is { UsesModel: true } && !model.IsConfigured)
        {
            yield return new(RefusalCode.UnsupportedAction, WithoutModel(tool.Label));
        }

        if (step.If is { } condition && NeedsModel(condition))
        {
            yield return new(RefusalCode.UnsupportedAction, WithoutModel("judge a condition in words"));
        }
    }

    private bool NeedsModel(Condition condition) => !model.IsConfigured && SemanticConditions.AreIn(condition);

    private static string WithoutModel(string what) => $"Cortex understands this, but cannot {what} yet: no language model is configured here (GROQ_API_KEY).";
}
