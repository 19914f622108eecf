using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Programs whose own steps set them off again. A condition that the effect cannot meet is a guard; where that is not certain, it is none.</summary>
internal static class FeedbackLoop
{
    public static IEnumerable<ProgramFault> FindFaults(CortexProgram program, TriggerInfo trigger, CortexCatalog catalog)
    {
        var effects = new StepEffects(program, trigger, catalog);
        foreach (var step in program.Steps)
        {
            if (effects.Of(step) is not { } effect)
            {
                continue;
            }

            Condition again = step.If is null ? program.Trigger.Where : new AllOf([program.Trigger.Where, step.If]);
            if (effect.Meets(again, catalog).CanHold)
            {
                yield return new ProgramFault(
                    RefusalCode.FeedbackLoop,
                    $"This automation would set itself off again and again: {catalog.FindTool(step.Tool)!.Label}. {Instead(trigger, effect)}");
                yield break;
            }
        }
    }

    private static string Instead(TriggerInfo trigger, Effect effect) => (trigger.IsChange, trigger.Item.Find("from")) switch
    {
        (true, _) => "Say which change should set it off, such as \"when its status becomes Closed\", and set a different field.",
        (_, not null) when effect.FromUser => "Say whose emails should set it off, or write \"notify me\" instead of emailing yourself.",
        _ => "Add a condition that its own result does not meet.",
    };
}
