using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>A yes or no; a missing one is no.</summary>
internal sealed class FlagTest(Comparison comparison, CortexCatalog catalog) : ComparisonTest(comparison, catalog)
{
    private readonly bool _wanted = comparison.Value.Flag ?? true;

    protected override bool Holds(JsonElement fields, JsonElement value) => (value.ValueKind == JsonValueKind.True) == _wanted;
}
