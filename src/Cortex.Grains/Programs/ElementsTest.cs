using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>A text, or a list of which any element will do.</summary>
internal sealed class ElementsTest(Comparison comparison, ItemField? field, CortexCatalog catalog) : ComparisonTest(comparison, catalog)
{
    private readonly TextTest _test = new(OpOfElements(comparison.Op, field), LiteralText.Of(comparison.Value));

    protected override bool Holds(JsonElement fields, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) && _test.Holds(FieldText.Of(value));
        }

        foreach (var element in value.EnumerateArray())
        {
            if (_test.Holds(FieldText.Of(element)))
            {
                return true;
            }
        }

        return false;
    }

    private static Operator OpOfElements(Operator op, ItemField? field) =>
        op == Operator.Contains && field is { ElementsAreNames: true } ? Operator.Equals : op;
}
