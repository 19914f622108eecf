using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>
/// Asks a comparison about a value that is not there yet, exactly as it will be asked at run time. What it remembers of
/// earlier values is left aside.
/// </summary>
internal sealed class Probe(Comparison comparison, CortexCatalog catalog)
{
    private readonly PreparedCondition _condition = PreparedCondition.Of(comparison with { Edge = false }, catalog);

    /// <summary>An item of which nothing is known but one field.</summary>
    public static JsonElement ItemOf(string field, JsonElement value) => JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement> { [field] = value });

    /// <summary>An item with the very value that a comparison asks for.</summary>
    public static JsonElement ItemOf(Comparison equality) =>
        ItemOf(equality.Field, JsonSerializer.SerializeToElement<object?>((object?)equality.Value.Text ?? (object?)equality.Value.Number ?? equality.Value.Flag));

    public bool Holds(JsonElement item) => _condition.Holds(item);
}
