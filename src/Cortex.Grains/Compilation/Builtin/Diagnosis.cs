using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Says why a prompt was not understood, from the place where reading stopped and the words there.</summary>
internal sealed class Diagnosis(SentenceGrammar grammar, EventReader events, Help help)
{
    private const string SeveralSentence = "These are several automations in one: make one for each event, each with its own \"when\" and \"then\".";

    /// <summary>Something begins like an event and names none that is known.</summary>
    public Reading OfEvent(PromptCursor cursor)
    {
        var words = new PromptWords(cursor.Prompt);
        var rest = new PromptWords(cursor.Rest);
        if (Attack(words) is { } attack)
        {
            return attack;
        }

        if (rest.IsEmpty || rest.IsOnly("then"))
        {
            return new Reading.Refused(RefusalCode.Empty, $"The form is not filled in. {Help.Example}");
        }

        if (rest.StartsWith("then"))
        {
            return NoTrigger(cursor);
        }

        if (words.IsQuestion)
        {
            return new Reading.NotUnderstood(RefusalCode.NotAnAutomation, $"A question is not an automation. {Help.Example}");
        }

        var (cited, at) = Help.CitedAt(cursor);
        if (Elsewhere(words, rest.IsEventElsewhere ? RefusalCode.UnsupportedTrigger : RefusalCode.UnsupportedAction) is { } elsewhere)
        {
            return elsewhere;
        }

        if (rest.IsAbsence)
        {
            return new Reading.NotUnderstood(RefusalCode.NoTrigger, $"\"{cited}\" is nothing that happens: say what sets it off. {help.Events}", at);
        }

        if (rest.IsVague || rest.StartsVaguely || rest.IsUnnamedSender)
        {
            return new Reading.NotUnderstood(RefusalCode.NeedsClarification, $"\"{cited}\" could be anybody or anything: say who or what. {help.Events} {Help.Example}", at);
        }

        return new Reading.NotUnderstood(RefusalCode.UnsupportedTrigger, $"\"{cited}\" is no event that Cortex understands. {help.Events} {Help.Example}", at);
    }

    /// <summary>Reading stopped after the event, at a condition or an action.</summary>
    public Reading OfRest(PromptCursor cursor, bool actionsExpected, IReadOnlyList<DraftStep> steps)
    {
        var words = new PromptWords(cursor.Prompt);
        if (Attack(words) is { } attack)
        {
            return attack;
        }

        if (words.IsQuery)
        {
            return new Reading.NotUnderstood(RefusalCode.NotAnAutomation, $"A command of a database is not an automation. {Help.Example}");
        }

        var another = cursor.Take(grammar.BetweenActions, grammar.Opener, out _) || cursor.Take(grammar.Opener);
        if ((another && events.Read(cursor) is not null) || words.IsList)
        {
            return new Reading.Refused(RefusalCode.MultipleAutomations, SeveralSentence);
        }

        if (Contrary(cursor, steps) is { } contrary)
        {
            return contrary;
        }

        cursor.Take(grammar.BetweenActions);
        var (cited, at) = Help.CitedAt(cursor);
        if (Elsewhere(words, RefusalCode.UnsupportedAction) is { } elsewhere)
        {
            return elsewhere;
        }

        var rest = new PromptWords(cursor.Rest);
        if (rest.IsSchedule && steps.Count > 0)
        {
            return new Reading.NotUnderstood(RefusalCode.UnsupportedTrigger, $"Cortex runs on what happens, not at set times. {help.Events}", at);
        }

        if (cursor.Take(grammar.Actions.Incomplete, out var step))
        {
            return Incomplete(step, cited, at);
        }

        return rest.IsVague || !(actionsExpected || rest.StartsLikeAnAction)
            ? new Reading.NotUnderstood(RefusalCode.NeedsClarification, $"The words \"{cited}\" are not understood. Put texts and names in quotes. {help.Actions} {Help.Example}", at)
            : new Reading.NotUnderstood(RefusalCode.UnsupportedAction, $"\"{cited}\" is nothing that Cortex understands how to do. {help.Actions} Put texts and names in quotes.", at);
    }

    /// <summary>The prompt begins with neither an event nor a complete action.</summary>
    public Reading OfBeginning(PromptCursor cursor)
    {
        var words = new PromptWords(cursor.Prompt);
        if (Attack(words) is { } attack)
        {
            return attack;
        }

        if (words.IsOtherLanguage)
        {
            return new Reading.NotUnderstood(RefusalCode.UnsupportedLanguage, $"Only English is understood. {Help.Example}");
        }

        if (words.IsList)
        {
            return new Reading.NotUnderstood(RefusalCode.MultipleAutomations, SeveralSentence);
        }

        if (words.IsQuery)
        {
            return new Reading.NotUnderstood(RefusalCode.NotAnAutomation, $"A command of a database is not an automation. {Help.Example}");
        }

        if (!words.IsQuestion && words.IsSchedule)
        {
            return new Reading.NotUnderstood(RefusalCode.UnsupportedTrigger, $"Cortex runs on what happens, not at set times. {help.Events}");
        }

        if (!words.IsQuestion && Elsewhere(words, words.IsServiceATarget ? RefusalCode.UnsupportedAction : RefusalCode.UnsupportedTrigger) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!words.IsQuestion && (cursor.Take(grammar.Actions.Incomplete, out _) || words.StartsLikeAnAction || words.StartsWith("then")))
        {
            return new Reading.NotUnderstood(RefusalCode.NoTrigger, NoTriggerSentence);
        }

        return new Reading.NotUnderstood(RefusalCode.NotAnAutomation, $"\"{Help.Cited(cursor.Prompt)}\" is not an automation. {Help.Example}");
    }

    /// <summary>Every word was understood, and yet an instruction does not suit the event.</summary>
    public Reading OfUnsuited(EventReading read, IReadOnlyList<DraftStep> steps, PromptCursor cursor)
    {
        if (Attack(new PromptWords(cursor.Prompt)) is { } attack)
        {
            return attack;
        }

        var unsuited = steps.FirstOrDefault(step => step.Readings.All(reading => reading.Tool.ActsOn is { } kind && kind != read.Trigger.Item.Name));
        return unsuited is null
            ? new Reading.NotUnderstood(RefusalCode.NeedsClarification, $"Something that the steps name is no part of a {read.Trigger.Item.Label}. {Help.Example}")
            : new Reading.NotUnderstood(RefusalCode.UnsupportedAction, $"\"{Help.Cited(unsuited.Words)}\" cannot be done when {read.Trigger.Phrase}. {help.Actions}");
    }

    public Reading NoAction(PromptCursor cursor) =>
        Attack(new PromptWords(cursor.Prompt)) ?? new Reading.Refused(RefusalCode.NoAction, $"It does not say what to do. Add then: and an action. {help.Actions}");

    public Reading NoTrigger(PromptCursor cursor)
    {
        var words = new PromptWords(cursor.Prompt);
        return Attack(words)
            ?? (words.IsList ? new Reading.Refused(RefusalCode.MultipleAutomations, SeveralSentence) : new Reading.Refused(RefusalCode.NoTrigger, NoTriggerSentence));
    }

    private string NoTriggerSentence => $"It does not say when to do it. Begin with when: and an event. {help.Events}";

    private static Reading.Refused? Attack(PromptWords words) => words.IsAttack
        ? new Reading.Refused(
            RefusalCode.Injection,
            $"An automation cannot change Cortex's rules, show its secrets or act for other users. {Help.Example}")
        : null;

    private Reading.NotUnderstood? Elsewhere(PromptWords words, string code) => words.Service is { } service
        ? new Reading.NotUnderstood(
            code,
            code == RefusalCode.UnsupportedTrigger
                ? $"Cortex cannot watch \"{service}\". {help.Events}"
                : $"Cortex cannot use \"{service}\". {help.Actions}",
            words.ServiceAt)
        : null;

    /// <summary>"archive it but keep it in the inbox"</summary>
    private Reading.Refused? Contrary(PromptCursor cursor, IReadOnlyList<DraftStep> steps)
    {
        var start = cursor.Mark();
        foreach (var (tool, contrary) in grammar.Actions.Contraries)
        {
            cursor.Reset(start);
            if (steps.Any(step => step.Readings.Any(reading => reading.Tool == tool)) && cursor.Take(contrary))
            {
                return new Reading.Refused(RefusalCode.Contradictory, $"It says to {tool.Label} and not to {tool.Label}: leave one of them out.", cursor.RangeFrom(start));
            }
        }

        cursor.Reset(start);
        return null;
    }

    private static Reading.NotUnderstood Incomplete(DraftStep draft, string cited, TextRange? at)
    {
        var step = draft.Readings[0];
        var missing = step.Tool.Inputs.Where(input => input is { Required: true, Default: null } && step.Values.Of(input.Name).Count == 0);
        return new Reading.NotUnderstood(
            RefusalCode.NeedsClarification,
            $"\"{cited}\" does not say everything: add {string.Join(" and ", missing.Select(input => input.Question ?? input.Name))}, texts and names in quotes.",
            at);
    }
}
