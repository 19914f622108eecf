namespace Cortex.Catalog;

/// <summary>One input of a tool.</summary>
/// <param name="Name">As programs spell it.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Required">Whether a program must give it.</param>
internal sealed record ToolInput(string Name, InputKind Kind, bool Required = true)
{
    /// <summary>Whether its text may hold templates.</summary>
    public bool Templated { get; init; } = true;

    /// <summary>
    /// What a prompt that does not say it gets. <c>{title}</c>, <c>{text}</c>, <c>{time}</c>, <c>{person}</c> stand for what the item calls so:
    /// see <see cref="DefaultFor"/>.
    /// </summary>
    public string? Default { get; init; }

    /// <summary>Whether it takes what AI found in a step before, where the prompt does not say otherwise.</summary>
    public bool CarriesResult { get; init; }

    /// <summary>The values of a <see cref="InputKind.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>How a new record is filled, for <see cref="InputKind.Fields"/> of a tool that makes one.</summary>
    public IReadOnlyList<RecordShape> Shapes { get; init; } = [];

    /// <summary>What to ask for when it is missing: "whom to send it to".</summary>
    public string? Question { get; init; }

    /// <summary>The default for a kind of item; null if there is none, or if the item has nothing of what it needs.</summary>
    public string? DefaultFor(ItemKind item)
    {
        var text = Default;
        foreach (var (role, template) in item.Roles)
        {
            text = text?.Replace(role, template, StringComparison.Ordinal);
        }

        return text is null || text.Replace("{{", "", StringComparison.Ordinal).Contains('{', StringComparison.Ordinal) ? null : text;
    }
}
