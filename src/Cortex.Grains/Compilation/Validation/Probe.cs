using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Asks a condition about a value that is not there yet, exactly as it will be asked at run time.</summary>
internal static class Probe
{
    /// <summary>Whether the comparison holds of a field with this value; what it remembers of earlier values is left aside.</summary>
    public static bool Holds(Comparison comparison, JsonElement value, CortexCatalog catalog)
    {
        using var item = JsonSerializer.SerializeToDocument(new Dictionary<string, JsonElement> { [comparison.Field] = value });
        return PreparedCondition.Of(comparison with { Edge = false }, catalog).Holds(item.RootElement);
    }

    public static JsonElement Value(Literal literal) =>
        JsonSerializer.SerializeToElement<object?>((object?)literal.Text ?? (object?)literal.Number ?? literal.Flag);
}
