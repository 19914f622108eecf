using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Says why a prompt was not understood: the first rule that fits, by the words at the place where reading stopped.</summary>
internal sealed class Diagnosis(SentenceGrammar grammar)
{
    private const string Example = "For example: when an email arrives from ana@example.com, label it \"Family\".";
    private const string Watched = "Cortex watches Gmail, Google Calendar and Salesforce.";

    private static readonly Rule[] Rules =
    [
        // What no reader should look at again.
        new(failure => failure.Words.IsAttack, RefusalCode.Injection, _ => $"An automation cannot change how Cortex works, show its secrets or act for other people. {Example}", IsFinal: true),
        new(failure => !failure.State.HasEvent && !failure.State.HasActions && failure.Words.IsOtherLanguage, RefusalCode.UnsupportedLanguage, _ => $"Cortex only understands English. {Example}"),
        new(failure => failure.Words.IsQuery, RefusalCode.NotAnAutomation, _ => $"This is a database command. Write when to do something, and what. {Example}"),
        new(failure => failure.IsInEvent && (failure.Rest.IsEmpty || failure.Rest.IsOnly("then")), RefusalCode.Empty, _ => $"The form is empty. {Example}", IsFinal: true),

        // Understood to the last word, and yet no program.
        new(failure => failure.Stop.Unsuited is { } unsuited && Unsuited(unsuited) is not null, RefusalCode.UnsupportedAction, failure => UnsuitedSentence(failure.Stop.Unsuited!)),
        new(failure => failure.Stop.Unsuited is not null, RefusalCode.NeedsClarification, failure => $"{Culprit(failure.Stop.Unsuited!)} uses something that {Nouns.One(failure.Stop.Unsuited!.Event.Trigger.Item.Label)} does not have. Use an address, quoted text, or a field such as {Fields(failure.Stop.Unsuited)}."),
        new(failure => failure.IsAtEnd && failure.State is { HasEvent: true, HasActions: false } && failure.IsVagueEvent, RefusalCode.NeedsClarification, _ => $"It does not say what should happen. Name an event exactly. {Example}"),
        new(failure => failure.IsAtEnd && failure.State.HasEvent && failure.IsOfWhatIsThere, RefusalCode.NoTrigger, _ => "Cortex acts on what comes, not on what is there. Write \"every\" and which ones, for example: archive every email from ana@example.com."),
        new(failure => failure.IsAtEnd && failure.State is { HasEvent: true, HasActions: false }, RefusalCode.NoAction, _ => "It does not say what to do. Add an action, for example: then star it.", IsFinal: true),
        new(failure => failure.Words.IsList, RefusalCode.MultipleAutomations, _ => Several, IsFinal: true),
        new(failure => failure.IsAnother, RefusalCode.MultipleAutomations, _ => Several, IsFinal: true),
        new(failure => failure.Contrary is not null, RefusalCode.Contradictory, failure => $"It says to {failure.Contrary!.Label}, and then not to. Keep one of the two.", IsFinal: true),
        new(failure => failure.IsAtEnd && failure.State is { HasEvent: true, HasActions: true } && failure.HasSeveral, RefusalCode.MultipleAutomations, _ => Several),
        new(failure => failure.IsAtEnd && failure.UnwatchedChange is not null, RefusalCode.UnsupportedTrigger, failure => $"Cortex sees when {Nouns.One(failure.UnwatchedChange!.Label)} is created, but not when it changes."),
        new(failure => failure.IsAtEnd && failure.State is { HasEvent: true, HasActions: true }, RefusalCode.NeedsClarification, _ => "It is unclear which condition belongs to which part. Write \"if\" once, or make two automations."),
        new(failure => failure.Words.IsQuestion && (failure.IsAtStart || failure.IsInEvent), RefusalCode.NotAnAutomation, _ => $"Cortex does not answer questions. Write when to do something, and what. {Example}"),
        new(failure => failure.IsAtEnd && failure.State.HasActions, RefusalCode.NoTrigger, _ => NoTrigger, IsFinal: true),
        new(failure => failure.IsInEvent && failure.Rest.StartsWith("then"), RefusalCode.NoTrigger, _ => NoTrigger, IsFinal: true),

        // Not to be had here.
        new(failure => failure.Words.Service is not null && IsTrigger(failure), RefusalCode.UnsupportedTrigger, failure => $"Cortex cannot watch {failure.Words.Service}. {Watched}") { IsAtService = true },
        new(failure => failure.Words.Service is not null, RefusalCode.UnsupportedAction, failure => $"Cortex cannot use {failure.Words.Service}. It works with Gmail, Google Calendar and Salesforce.") { IsAtService = true },
        new(failure => failure.IsAtStart && failure.Words.IsSchedule, RefusalCode.UnsupportedTrigger, _ => Schedule) { IsOfWhole = true },
        new(failure => failure.State.HasActions && failure.Rest.IsSchedule, RefusalCode.UnsupportedTrigger, _ => Schedule),

        // Something is missing.
        new(failure => failure.State.HasEvent && failure.Rest.IsVagueTime, RefusalCode.NeedsClarification, failure => $"\"{failure.Cited}\" leaves open which days or hours are meant. Write for example: on Mondays, on weekends, after 18:00, between 9:00 and 17:00."),
        new(failure => failure.IsInEvent && failure.Rest.IsAbsence, RefusalCode.NoTrigger, failure => $"Cortex cannot notice what does not happen: \"{failure.Cited}\". Say what should set it off. {Example}"),
        new(failure => failure.State.HasEvent && failure.Incomplete is not null, RefusalCode.NeedsClarification, Missing),
        new(failure => !failure.State.HasEvent && !failure.IsInEvent && (failure.Incomplete is not null || failure.Words.StartsLikeAnAction || failure.Words.StartsWith("then")), RefusalCode.NoTrigger, _ => NoTrigger),
        new(failure => failure.IsInEvent && (failure.Rest.IsVague || failure.Rest.StartsVaguely || failure.Rest.IsUnnamedSender), RefusalCode.NeedsClarification, failure => $"\"{failure.Cited}\" does not say who or what exactly. Use an address or a name, for example: when an email arrives from ana@example.com."),
        new(failure => failure.IsInEvent, RefusalCode.UnsupportedTrigger, failure => $"Cortex does not know the event \"{failure.Cited}\". {Example}"),
        new(failure => failure.IsAtStart, RefusalCode.NotAnAutomation, failure => $"Cortex did not understand \"{failure.Cited}\". Write when to do something, and what. {Example}") { IsOfWhole = true },
        new(failure => failure.IsInAction && !failure.Rest.IsVague, RefusalCode.UnsupportedAction, failure => $"Cortex does not know how to \"{failure.Cited}\". Put exact text and names in quotes."),
        new(_ => true, RefusalCode.NeedsClarification, failure => $"Cortex did not understand \"{failure.Cited}\". Put exact text and names in quotes."),
    ];

    private const string Several = "These are several automations. Make one for each event.";
    private const string NoTrigger = "It does not say when to do it. Begin with the event, for example: when an email arrives from ana@example.com.";
    private const string Schedule = "Cortex acts when something happens, not at set times. Name an email, a calendar event or a record that sets it off.";

    public Reading Of(PromptContext context, Stop stop)
    {
        var failure = new Failure(grammar, context, stop);
        var rule = Array.Find(Rules, one => one.Fits(failure))!;
        var at = rule.IsAtService ? failure.Words.ServiceAt : rule.IsFinal || rule.IsOfWhole ? null : failure.At;
        var farthest = new Farthest(Plain: null, stop.Trail, stop.Item);
        return rule.IsFinal
            ? new Reading.Refused(rule.Code, rule.Sentence(failure), at) { Farthest = farthest }
            : new Reading.NotUnderstood(rule.Code, rule.Sentence(failure), at) { Farthest = farthest };
    }

    private static bool IsTrigger(Failure failure) => failure.IsInEvent ? failure.Rest.IsEventElsewhere : failure.IsAtStart && !failure.Words.IsServiceATarget;

    private static DraftStep? Unsuited(Unsuited unsuited) =>
        unsuited.Steps.FirstOrDefault(step => step.Readings.All(reading => reading.Tool.ActsOn is { } kind && kind != unsuited.Event.Trigger.Item.Name));

    private static string UnsuitedSentence(Unsuited unsuited)
    {
        var step = Unsuited(unsuited)!;
        return $"\"{Citation.Shortened(step.Words)}\" needs {Nouns.One(step.Readings[0].Tool.ActsOn!)}, and there is none when {unsuited.Event.Trigger.Phrase}.";
    }

    private static string Culprit(Unsuited unsuited) => unsuited.Culprit is { Words.Length: > 0 } step ? $"\"{Citation.Shortened(step.Words)}\"" : "One of the actions";

    private static string Fields(Unsuited unsuited) => string.Join(", ", unsuited.Event.Trigger.Item.Fields.Skip(1).Take(3).Select(field => $"\"the {field.Label}\""));

    private static string Missing(Failure failure)
    {
        var step = failure.Incomplete!.Readings[0];
        var missing = step.Tool.Inputs.Where(input => input is { Required: true, Default: null } && step.Values.Of(input.Name).Count == 0).Select(input => input.Question ?? input.Name).ToArray();
        return $"\"{failure.Cited}\" is not complete. Add {(missing.Length == 0 ? "what it is about" : string.Join(" and ", missing))}, with exact text in quotes.";
    }

    /// <summary>A reason for a refusal.</summary>
    /// <param name="Fits">Whether it is the reason.</param>
    /// <param name="Code">One of <see cref="RefusalCode"/>.</param>
    /// <param name="Sentence">What is wrong, and what to write.</param>
    /// <param name="IsFinal">Whether another reader need not be asked.</param>
    private sealed record Rule(Func<Failure, bool> Fits, string Code, Func<Failure, string> Sentence, bool IsFinal = false)
    {
        /// <summary>Whether it is about the whole prompt and not a place in it.</summary>
        public bool IsOfWhole { get; init; }

        /// <summary>Whether it points at the name of another service.</summary>
        public bool IsAtService { get; init; }
    }
}
