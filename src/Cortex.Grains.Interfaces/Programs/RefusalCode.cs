namespace Cortex.Programs;

/// <summary>Why a prompt is refused; the values of <c>code</c> in the API's 422 answers.</summary>
public static class RefusalCode
{
    /// <summary>Nothing but white space, punctuation or an unfilled form.</summary>
    public const string Empty = "empty";

    /// <summary>A question, a greeting, gibberish.</summary>
    public const string NotAnAutomation = "not_an_automation";

    /// <summary>An action without an event that sets it off.</summary>
    public const string NoTrigger = "no_trigger";

    /// <summary>An event with nothing to do.</summary>
    public const string NoAction = "no_action";

    /// <summary>The event is none that Cortex can watch.</summary>
    public const string UnsupportedTrigger = "unsupported_trigger";

    /// <summary>A step is none that Cortex can take; the whole prompt is refused, no step is dropped.</summary>
    public const string UnsupportedAction = "unsupported_action";

    /// <summary>It asks for two things that exclude each other.</summary>
    public const string Contradictory = "contradictory";

    /// <summary>The action would set off the trigger again.</summary>
    public const string FeedbackLoop = "feedback_loop";

    /// <summary>Something is left open that only the user can say.</summary>
    public const string NeedsClarification = "needs_clarification";

    /// <summary>It could hurt, and has not been confirmed: see <see cref="Danger"/>.</summary>
    public const string NeedsConfirmation = "needs_confirmation";

    /// <summary>Several automations in one prompt.</summary>
    public const string MultipleAutomations = "multiple_automations";

    /// <summary>It tries to override rules, get secrets or reach other users.</summary>
    public const string Injection = "injection";

    /// <summary>Over 4,000 characters.</summary>
    public const string TooLong = "too_long";

    /// <summary>Not in a language that the compiler reads.</summary>
    public const string UnsupportedLanguage = "unsupported_language";
}
