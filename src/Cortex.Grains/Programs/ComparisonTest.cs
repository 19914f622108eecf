using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

/// <summary>A comparison with a literal, prepared for the kind of its field.</summary>
internal abstract class ComparisonTest(Comparison comparison, CortexCatalog catalog) : LeafTest(comparison, catalog)
{
    private const int LongestSaw = 200;

    private readonly JsonEncodedText _name = JsonEncodedText.Encode(comparison.Field);
    private readonly StepOutputPath? _step = StepOutputPath.Parse(comparison.Field);

    public static ComparisonTest For(Comparison comparison, CortexCatalog catalog)
    {
        var field = catalog.FindField(comparison.Field);
        return (comparison.Op, field?.Kind ?? KindOf(comparison)) switch
        {
            (_, FieldKind.Weekday or FieldKind.TimeOfDay) => new TimePartTest(comparison, field!, catalog),
            (Operator.Exists, _) => new ExistsTest(comparison, catalog),
            (_, FieldKind.Flag) => new FlagTest(comparison, catalog),
            (_, FieldKind.Address or FieldKind.AddressList) => new AddressTest(comparison, field!, catalog),
            (_, FieldKind.Number) => new NumberTest(comparison, catalog),
            (_, FieldKind.Time) => new TimeTest(comparison, catalog),
            _ => new ElementsTest(comparison, field, catalog),
        };
    }

    public override Truth TruthOf(in Facts facts) =>
        (_step is not null && facts.StepOutputs is null) || IsMissing(facts) ? Truth.Unknown : VerdictWord.Of(Holds(facts.Fields, Value(facts)));

    public override string? Saw(in Facts facts)
    {
        var value = Value(facts);
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : Cut(Shown(facts.Fields, value));
    }

    protected abstract bool Holds(JsonElement fields, JsonElement value);

    protected virtual string Shown(JsonElement fields, JsonElement value) => FieldText.Of(value);

    protected override string? Explanation(Truth truth, in Facts facts, bool negated) =>
        IsMissing(facts) ? "Cortex fetches this when the automation runs, and only if every other condition holds."
        : truth == Truth.Unknown ? "It depends on what an earlier step will give."
        : ConditionWords.Explanation(Comparison, Catalog, Saw(facts), truth, negated);

    /// <summary>What a step leaves behind has no kind in the catalog: the literal says what is compared.</summary>
    private static FieldKind? KindOf(Comparison comparison) =>
        comparison.Field.StartsWith("steps[", StringComparison.Ordinal)
            ? comparison.Value switch
            {
                { Number: not null } => FieldKind.Number,
                { Flag: not null } => FieldKind.Flag,
                _ => null,
            }
            : null;

    private static string Cut(string text)
    {
        if (text.Length <= LongestSaw)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestSaw - 2]) ? LongestSaw - 2 : LongestSaw - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private bool IsMissing(in Facts facts) => facts.Missing is { } missing && missing.Contains(Source);

    /// <summary>The item's own field that is looked at.</summary>
    protected virtual string Source => Comparison.Field;

    protected virtual JsonElement Value(in Facts facts) => _step is not null
        ? facts.StepOutputs is { } outputs ? _step.Read(outputs) : default
        : facts.Fields.ValueKind == JsonValueKind.Object && facts.Fields.TryGetProperty(_name.EncodedUtf8Bytes, out var value) ? value : default;
}
