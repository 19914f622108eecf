using System.Globalization;
using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

internal sealed class NumberTest(Comparison comparison, CortexCatalog catalog) : ComparisonTest(comparison, catalog)
{
    private readonly decimal? _literal = LiteralText.NumberOf(comparison.Value);

    protected override bool Holds(JsonElement fields, JsonElement value)
    {
        if (_literal is not { } literal || Number(value) is not { } number)
        {
            return false;
        }

        return Comparison.Op switch
        {
            Operator.Equals => number == literal,
            Operator.GreaterThan => number > literal,
            Operator.LessThan => number < literal,
            _ => false,
        };
    }

    private static decimal? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(FieldText.Of(value), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };
}
