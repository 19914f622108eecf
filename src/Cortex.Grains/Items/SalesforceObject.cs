using System.Collections.Frozen;
using Cortex.Catalog;

namespace Cortex.Items;

/// <summary>One of Salesforce's objects, and the kind of item that its records are.</summary>
/// <param name="Name">The API name: <c>Lead</c>.</param>
/// <param name="KeyPrefix">What the ids of its records begin with.</param>
/// <param name="Item">The kind in the catalog.</param>
/// <param name="Fields">The catalog's fields, but for <c>Id</c> and <c>changed</c>.</param>
internal sealed record SalesforceObject(string Name, string KeyPrefix, ItemKind Item, IReadOnlyList<SalesforceField> Fields)
{
    private readonly FrozenDictionary<string, SalesforceField> _byName = Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    public SalesforceField? Find(string field) => _byName.GetValueOrDefault(field);
}
