using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>One comparison, prepared for the kind of its field.</summary>
internal abstract class ComparisonTest(Comparison comparison, CortexCatalog catalog) : PreparedCondition
{
    private const int LongestSaw = 200;

    private readonly JsonEncodedText _name = JsonEncodedText.Encode(comparison.Field);

    protected Comparison Comparison => comparison;

    public static ComparisonTest For(Comparison comparison, CortexCatalog catalog)
    {
        if (comparison.Op == Operator.Semantic || comparison.Edge)
        {
            throw new InvalidOperationException("Semantic and edge conditions never pass the validator, so none can come here.");
        }

        var field = catalog.FindField(comparison.Field);
        return (comparison.Op, field?.Kind) switch
        {
            (Operator.Exists, _) => new ExistsTest(comparison, catalog),
            (_, FieldKind.Flag) => new FlagTest(comparison, catalog),
            (_, FieldKind.Address or FieldKind.AddressList) => new AddressTest(comparison, field!, catalog),
            (_, FieldKind.Number) => new NumberTest(comparison, catalog),
            (_, FieldKind.Time) => new TimeTest(comparison, catalog),
            _ => new ElementsTest(comparison, field, catalog),
        };
    }

    public override bool Holds(JsonElement fields) => Holds(fields, Value(fields));

    public override Verdict Failure(JsonElement fields) => new(Holds: false, ConditionWords.Sentence(comparison, catalog), Saw(fields));

    public override string? Saw(JsonElement fields)
    {
        var value = Value(fields);
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : Cut(Shown(fields, value));
    }

    protected abstract bool Holds(JsonElement fields, JsonElement value);

    protected virtual string Shown(JsonElement fields, JsonElement value) => FieldText.Of(value);

    private static string Cut(string text)
    {
        if (text.Length <= LongestSaw)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestSaw - 2]) ? LongestSaw - 2 : LongestSaw - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private JsonElement Value(JsonElement fields) =>
        fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(_name.EncodedUtf8Bytes, out var value) ? value : default;
}
