namespace Cortex.Catalog;

/// <summary>
/// All that is known of one provider. Phrases are written as people say them, in lower case: <c>[a|an]</c> may be left out,
/// <c>(get|receive)</c> is a choice, <c>{name}</c> stands for a value.
/// </summary>
/// <param name="Name">One of <see cref="Providers"/>, or null for what belongs to no provider.</param>
internal sealed record ProviderCatalog(string? Name)
{
    /// <summary>What people call it. Phrases.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>What people say behind an instruction for it, and what says nothing: "by email".</summary>
    public IReadOnlyList<string> Means { get; init; } = [];

    /// <summary>Words that only say where its items are: "in my inbox". Phrases.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Parts of words that hint, in a prompt, at this provider; a provider without any is always described to the model. In lower case.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    public IReadOnlyList<TriggerInfo> Triggers { get; init; } = [];

    public IReadOnlyList<ToolInfo> Tools { get; init; } = [];
}
