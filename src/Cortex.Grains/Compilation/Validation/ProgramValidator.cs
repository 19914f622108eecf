using Cortex.Catalog;
using Cortex.Compilation.ReadBacks;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>
/// Looks at a program whoever made it: everything in it exists, fits, and comes from the prompt. What passes can be armed.
/// </summary>
internal sealed class ProgramValidator(CortexCatalog catalog, StepRules steps)
{
    /// <summary>The first fault, or null.</summary>
    public ProgramFault? FindFault(CortexProgram program, string prompt) => Faults(program, new PromptLiterals(prompt)).FirstOrDefault();

    /// <summary>The first fault of a program that was made without a prompt, so that nothing in it has to be said; or null.</summary>
    public ProgramFault? FindFault(CortexProgram program) => Faults(program, PromptLiterals.Everything).FirstOrDefault();

    /// <summary>All faults, <see cref="ValidationLimits.MaxFaults"/> at most; none for a program that can be armed.</summary>
    public IReadOnlyList<ProgramFault> FindFaults(CortexProgram program, string prompt) =>
        [.. Faults(program, new PromptLiterals(prompt)).DistinctBy(fault => fault.Sentence).Take(ValidationLimits.MaxFaults)];

    private IEnumerable<ProgramFault> Faults(CortexProgram program, PromptLiterals origin)
    {
        if (catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event) is not { } trigger)
        {
            return [new ProgramFault(
                RefusalCode.UnsupportedTrigger,
                $"Cortex does not know the event \"{ValidationScope.Short(program.Trigger.Event)}\". The nearest are {Near(program.Trigger.Event)}.")];
        }

        if (Sizes(program) is { } tooLarge)
        {
            return [tooLarge];
        }

        var scope = new ValidationScope(catalog, trigger, program.Steps, origin);
        var parts = Parts(program, scope);

        // Whether the parts fit together can only be asked of parts that are sound, and must not depend on which of two ways to say a condition was taken.
        return parts.Any() ? parts : Together(CanonicalForm.OfConditions(program, trigger.Item), trigger);
    }

    private IEnumerable<ProgramFault> Together(CortexProgram program, TriggerInfo trigger) =>
        Contradictions.FindFaults(program, trigger, catalog).Concat(FeedbackLoop.FindFaults(program, trigger, catalog));

    private IEnumerable<ProgramFault> Parts(CortexProgram program, ValidationScope scope) =>
        LeadTime(program.Trigger, scope)
            .Concat(ConditionRules.FindFaults(program.Trigger.Where, scope))
            .Concat(program.Steps.SelectMany((step, index) => steps.FindFaults(step, scope with { Step = index })))
            .Concat(UnreadResults(program, scope));

    /// <summary>What AI is asked for must be of use to a later step: it is paid for.</summary>
    private IEnumerable<ProgramFault> UnreadResults(CortexProgram program, ValidationScope scope) => program.Steps
        .Select((step, index) => (Tool: catalog.FindTool(step.Tool), Index: index))
        .Where(one => one.Tool is { UsesModel: true } && !StepOutputs.IsRead(program.Steps, one.Index))
        .Select(one => scope.Unclear($"Nothing uses the {one.Tool!.Outputs[0].Label} that AI makes. Say what to do with it, for example: and notify me.") with { Ending = "and notify me" });

    private static ProgramFault? Sizes(CortexProgram program)
    {
        if (program.Steps.Count is 0)
        {
            return new ProgramFault(RefusalCode.NoAction, "It does not say what to do. Add it after \"then\": then label it \"Bills\".");
        }

        if (program.Steps.Count > ProgramLimits.MaxSteps)
        {
            return new ProgramFault(RefusalCode.NeedsClarification, $"An automation can have up to {ProgramLimits.MaxSteps} actions. Split this one into several.");
        }

        var trees = program.Steps.Select(step => step.If).Prepend(program.Trigger.Where).OfType<Condition>().ToArray();
        if (trees.Sum(ConditionSize.Comparisons) > ProgramLimits.MaxComparisons || trees.Max(ConditionSize.Depth) > ProgramLimits.MaxConditionDepth)
        {
            return new ProgramFault(RefusalCode.NeedsClarification, "This automation has too many conditions. Split it into several.");
        }

        return ProgramJson.Write(program).Length > ValidationLimits.MaxProgram
            ? new ProgramFault(RefusalCode.NeedsClarification, "The texts of this automation are too long. Shorten them, or split it into several.")
            : null;
    }

    private static IEnumerable<ProgramFault> LeadTime(Trigger trigger, ValidationScope scope)
    {
        if (trigger.MinutesBefore is not { } minutes)
        {
            yield break;
        }

        if (!scope.Trigger.TakesLeadTime)
        {
            yield return new ProgramFault(RefusalCode.UnsupportedTrigger, $"Cortex cannot know in advance when {scope.Trigger.Phrase}. Remove how long before.");
        }
        else if (minutes is < 0 or > ValidationLimits.MaxMinutesBefore)
        {
            yield return scope.Unclear($"{minutes} minutes before is too early. The earliest is four weeks before.");
        }
        else if (minutes != 0 && !scope.Origin.SaidDuration(TimeSpan.FromMinutes(minutes)))
        {
            yield return ValidationScope.Invented($"{minutes} minutes before", "Say how long before: a number and a unit.");
        }
    }

    private string Near(string wanted) => NearNames.Of(wanted, catalog.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Name));
}
