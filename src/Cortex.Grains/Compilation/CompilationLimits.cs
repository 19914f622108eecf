namespace Cortex.Compilation;

internal static class CompilationLimits
{
    /// <summary>Characters of a prompt. Checked before anything else looks at it.</summary>
    public const int MaxPrompt = 4_000;

    /// <summary>Words before a noun that the built-in grammar reads.</summary>
    public const int MaxAdjectives = 10;

    /// <summary>Characters of a prompt that a refusal repeats.</summary>
    public const int MaxQuoted = 80;
}
