using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>A weekday or a time of day. A minute belongs to what is after it: 18:00 is after 18:00 and not before, so that the two part the day.</summary>
internal sealed class TimePartTest(Comparison comparison, ItemField part, CortexCatalog catalog) : ComparisonTest(comparison, catalog)
{
    private readonly TimeOnly? _literal = ClockText.TryParse(LiteralText.Of(comparison.Value));

    protected override string Source => part.PartOf?.Name ?? part.Name;

    /// <summary>What stands in the item by the field's own name goes first: a sample can give it.</summary>
    protected override JsonElement Value(in Facts facts)
    {
        var given = base.Value(facts);
        return given.ValueKind == JsonValueKind.Undefined && ItemClock.PartOf(facts.Fields, part) is { } text ? JsonSerializer.SerializeToElement(text) : given;
    }

    protected override bool Holds(JsonElement fields, JsonElement value)
    {
        var text = FieldText.Of(value);
        if (part.Kind == FieldKind.Weekday)
        {
            return Comparison.Op == Operator.Equals && text.Equals(LiteralText.Of(Comparison.Value), StringComparison.OrdinalIgnoreCase);
        }

        return _literal is { } literal && ClockText.TryParse(text) is { } time && Comparison.Op switch
        {
            Operator.Equals => time == literal,
            Operator.GreaterThan => time >= literal,
            Operator.LessThan => time < literal,
            _ => false,
        };
    }
}
