using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>A time; a date alone means its first moment, UTC.</summary>
internal sealed class TimeTest(Comparison comparison, CortexCatalog catalog) : ComparisonTest(comparison, catalog)
{
    private readonly DateTimeOffset? _literal = LiteralText.TimeOf(LiteralText.Of(comparison.Value));

    protected override bool Holds(JsonElement fields, JsonElement value)
    {
        if (_literal is not { } literal || LiteralText.TimeOf(FieldText.Of(value)) is not { } time)
        {
            return false;
        }

        return Comparison.Op switch
        {
            Operator.Equals => time == literal,
            Operator.GreaterThan => time > literal,
            Operator.LessThan => time < literal,
            _ => false,
        };
    }
}
