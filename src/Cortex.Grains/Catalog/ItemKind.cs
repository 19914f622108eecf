using System.Collections.Frozen;

namespace Cortex.Catalog;

/// <summary>A kind of item and its fields.</summary>
internal sealed class ItemKind(string name, params IReadOnlyList<ItemField> fields)
{
    private readonly FrozenDictionary<string, ItemField> _byName = fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    public string Name { get; } = name;

    public IReadOnlyList<ItemField> Fields { get; } = fields;

    public ItemField? Find(string field) => _byName.GetValueOrDefault(field);
}
