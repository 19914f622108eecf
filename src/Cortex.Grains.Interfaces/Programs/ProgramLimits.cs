namespace Cortex.Programs;

/// <summary>How large a program may be; beyond these a text is not a program.</summary>
public static class ProgramLimits
{
    /// <summary>Steps of one program.</summary>
    public const int MaxSteps = 20;

    /// <summary>Levels of one condition tree.</summary>
    public const int MaxConditionDepth = 20;

    /// <summary>Comparisons in all condition trees of one program together.</summary>
    public const int MaxComparisons = 200;

    /// <summary>Levels of JSON: a condition takes two, the rest is for nested inputs.</summary>
    internal const int MaxJsonDepth = 64;
}
