namespace Cortex.Compilation.Suggestions;

/// <summary>How much more a suggestion would act on than what was written.</summary>
internal enum Looseness
{
    /// <summary>On nothing more.</summary>
    None,

    /// <summary>It leaves out words that could be a condition.</summary>
    Condition,

    /// <summary>It leaves out a "not" or an exception.</summary>
    Exception,
}
