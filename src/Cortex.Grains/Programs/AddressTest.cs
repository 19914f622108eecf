using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>An address, or a list of which any will do. Only <c>contains</c> and <c>matches</c> look at the display name too.</summary>
internal sealed class AddressTest : ComparisonTest
{
    private readonly TextTest _test;
    private readonly string? _displayName;

    public AddressTest(Comparison comparison, ItemField field, CortexCatalog catalog)
        : base(comparison, catalog)
    {
        var literal = LiteralText.Of(comparison.Value);
        _test = new TextTest(comparison.Op, comparison.Op == Operator.Equals ? FieldText.BareAddress(literal) : literal);
        _displayName = comparison.Op is Operator.Contains or Operator.Matches ? field.DisplayName : null;
    }

    protected override bool Holds(JsonElement fields, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return HoldsOf(value) || (DisplayName(fields) is { Length: > 0 } name && _test.Holds(name));
        }

        foreach (var element in value.EnumerateArray())
        {
            if (HoldsOf(element))
            {
                return true;
            }
        }

        return false;
    }

    protected override string Shown(JsonElement fields, JsonElement value) =>
        DisplayName(fields) is { Length: > 0 } name ? $"{name} <{FieldText.Of(value)}>" : FieldText.Of(value);

    private bool HoldsOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        var text = FieldText.Of(value);
        return Comparison.Op is Operator.Contains or Operator.Matches ? _test.Holds(text) : _test.Holds(FieldText.BareAddress(text));
    }

    private string? DisplayName(JsonElement fields) =>
        _displayName is not null && fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(_displayName, out var name)
            ? FieldText.Of(name)
            : null;
}
