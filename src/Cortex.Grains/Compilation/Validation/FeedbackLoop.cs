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
                    $"To {catalog.FindTool(step.Tool)!.Label} would set this automation off again, without end. {Instead(trigger, effect)}");
                yield break;
            }
        }
    }

    private static string Instead(TriggerInfo trigger, Effect effect) => (trigger.IsChange, trigger.Item.Find("from")) switch
    {
        (true, _) => "Say what must have changed, as in \"when its status becomes Closed\", and set another field than that.",
        (_, not null) when effect.FromUser => "Name whose emails are meant, or say \"notify me\" instead of sending one to yourself.",
        _ => "Add a condition that its own doing does not meet.",
    };
}
