namespace Cortex.Catalog;

/// <summary>One input of a tool.</summary>
/// <param name="Name">As programs spell it.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Required">Whether a program must give it.</param>
internal sealed record ToolInput(string Name, InputKind Kind, bool Required = true)
{
    /// <summary>Whether its text may hold templates.</summary>
    public bool Templated { get; init; } = true;

    /// <summary>What a prompt that does not say it gets.</summary>
    public string? Default { get; init; }

    /// <summary>What to ask for when it is missing: "whom to send it to".</summary>
    public string? Question { get; init; }
}
