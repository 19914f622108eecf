using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads what people call the values of a field; the value is the provider's own.</summary>
internal static class KnownValues
{
    public static Parser<SlotValue> Build(ItemField field)
    {
        var values = field.Values.SelectMany(known => known.Words, (known, words) => ((IReadOnlyList<string>)words.Split(' '), SlotValue.Literal(known.Value)));
        return new WordChoice<SlotValue>(values);
    }
}
