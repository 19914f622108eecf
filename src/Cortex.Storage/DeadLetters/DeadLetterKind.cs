namespace Cortex.Storage.DeadLetters;

/// <summary>What was given up; the words of the API.</summary>
public static class DeadLetterKind
{
    /// <summary>A delivery, or what Cortex found without one.</summary>
    public const string Delivery = "event";

    /// <summary>A run.</summary>
    public const string Run = "run";

    /// <summary>Both.</summary>
    public static IReadOnlyList<string> All { get; } = [Delivery, Run];
}
