namespace Cortex.Compilation;

/// <summary>How a prompt is compiled.</summary>
public sealed record CompileOptions
{
    public static CompileOptions Default { get; } = new();

    /// <summary>Whether only the built-in reader is asked, which answers at once.</summary>
    public bool AtOnce { get; init; }

    /// <summary>The hash of the program that its user was shown and agreed to; null if none was. It needs no second reading.</summary>
    public string? Shown { get; init; }
}
