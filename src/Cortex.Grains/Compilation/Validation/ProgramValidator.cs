using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>
/// Looks at a program whoever made it: everything in it exists, fits, and comes from the prompt. What passes can be armed.
/// </summary>
internal sealed class ProgramValidator(CortexCatalog catalog, StepRules steps)
{
    /// <summary>The first fault, or null.</summary>
    public ProgramFault? FindFault(CortexProgram program, string prompt)
    {
        if (catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event) is not { } trigger)
        {
            return new ProgramFault(RefusalCode.UnsupportedTrigger, $"\"{program.Trigger.Event}\" is no event that Cortex can watch.");
        }

        var origin = new PromptLiterals(prompt);
        return Sizes(program)
            ?? LeadTime(program.Trigger)
            ?? ConditionRules.FindFault(program.Trigger.Where, trigger.Item, origin)
            ?? program.Steps.Select((step, index) => steps.FindFault(step, index, trigger, origin)).FirstOrDefault(fault => fault is not null)
            ?? Contradictions.FindFault(program, catalog)
            ?? FeedbackLoop.FindFault(program, catalog);
    }

    private static ProgramFault? Sizes(CortexProgram program)
    {
        if (program.Steps.Count is 0)
        {
            return new ProgramFault(RefusalCode.NoAction, "It does not say what to do.");
        }

        if (program.Steps.Count > ProgramLimits.MaxSteps)
        {
            return new ProgramFault(RefusalCode.NeedsClarification, $"An automation can do {ProgramLimits.MaxSteps} things at most: make several automations of it.");
        }

        var trees = program.Steps.Select(step => step.If).Prepend(program.Trigger.Where).OfType<Condition>().ToArray();
        var tooLarge = trees.Sum(ConditionSize.Comparisons) > ProgramLimits.MaxComparisons || trees.Max(ConditionSize.Depth) > ProgramLimits.MaxConditionDepth;
        return tooLarge ? new ProgramFault(RefusalCode.NeedsClarification, "It has too many conditions: make several automations of it.") : null;
    }

    private static ProgramFault? LeadTime(Trigger trigger) => trigger.MinutesBefore is null
        ? null
        : new ProgramFault(RefusalCode.UnsupportedTrigger, $"\"{trigger.Event}\" cannot be announced ahead of time.");
}
