using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>What people call the values of fields.</summary>
internal static class KnownValues
{
    /// <summary>Reads one; the value is what was said.</summary>
    public static Parser<SlotValue> Build(IEnumerable<ItemField> fields)
    {
        var words = fields.SelectMany(field => field.Values).SelectMany(known => known.Words).Distinct(StringComparer.OrdinalIgnoreCase);
        return new WordChoice<SlotValue>(words.Select(said => ((IReadOnlyList<string>)said.Split(' '), SlotValue.Literal(said))));
    }

    /// <summary>Whether a field is known to have such a value.</summary>
    public static bool Has(string words, ItemField field) => field.Values.Any(known => known.Words.Contains(words, StringComparer.OrdinalIgnoreCase));

    /// <summary>The provider's own value for what was said of a field; the words themselves if they are not known.</summary>
    public static string Of(string words, ItemField field) =>
        field.Values.FirstOrDefault(known => known.Words.Contains(words, StringComparer.OrdinalIgnoreCase))?.Value ?? words;
}
