using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads what people call the values of a field; the value is the provider's own.</summary>
internal static class KnownValues
{
    private static readonly PhraseCompiler Words = new((slot, _) => throw new InvalidOperationException($"A known value holds no {slot.Name}."));

    public static Parser<SlotValue> Build(ItemField field)
    {
        var values = field.Values
            .SelectMany(known => known.Words, (known, words) => (known.Value, Words: words))
            .OrderByDescending(one => one.Words.Length)
            .Select(one => Words.Compile(PhraseNotation.Parse(one.Words)).Then(SlotValue.Literal(one.Value)));
        return field.Values.Count == 0 ? Fail<SlotValue>() : OneOf([.. values]);
    }
}
