using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>Whether the field is there and not empty, or (value false) is not.</summary>
internal sealed class ExistsTest(Comparison comparison, CortexCatalog catalog) : ComparisonTest(comparison, catalog)
{
    private readonly bool _wanted = comparison.Value.Flag ?? true;

    protected override bool Holds(JsonElement fields, JsonElement value) => FieldText.IsEmpty(value) != _wanted;
}
