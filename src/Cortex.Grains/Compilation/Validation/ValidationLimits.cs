namespace Cortex.Compilation.Validation;

/// <summary>How large the parts of a program may be.</summary>
internal static class ValidationLimits
{
    /// <summary>Minutes before an event at which it can be announced: four weeks, the longest that Google's own reminders go.</summary>
    public const int MaxMinutesBefore = 40_320;

    /// <summary>The longest wait. Runs, their item with them, are kept for 30 days (RETENTION_DAYS).</summary>
    public const int MaxWaitDays = 30;

    /// <summary>Characters of a text that a field is compared with. Longer ones are no condition but a document.</summary>
    public const int MaxLiteral = 1_000;

    /// <summary>Characters of a condition in words: the model is asked it once for each item, so every one is paid for many times.</summary>
    public const int MaxSemantic = 300;

    /// <summary>Characters of what a model is told to write.</summary>
    public const int MaxInstructions = 1_000;

    /// <summary>Characters of a text input; a text with templates can have no more (TemplateLimits.MaxTemplate).</summary>
    public const int MaxText = 10_000;

    /// <summary>Characters of a name: the longest label that Gmail takes.</summary>
    public const int MaxName = 225;

    /// <summary>Addresses in one input. Who writes to more people needs a mailing list.</summary>
    public const int MaxAddresses = 20;

    /// <summary>Entries of a list input: beyond these a model no longer tells them apart.</summary>
    public const int MaxEntries = 20;

    /// <summary>Characters of one entry.</summary>
    public const int MaxEntry = 100;

    /// <summary>Fields that one step sets of a record.</summary>
    public const int MaxRecordFields = 50;

    /// <summary>Characters of a whole program's JSON: ten times the longest prompt, so nothing that was said can be too much.</summary>
    public const int MaxProgram = 40_000;

    /// <summary>Faults that are told at once.</summary>
    public const int MaxFaults = 10;
}
