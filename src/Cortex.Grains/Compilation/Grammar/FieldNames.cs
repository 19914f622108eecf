using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads what people call a field; the value is the field's own name.</summary>
internal static class FieldNames
{
    public static Parser<IReadOnlyList<SlotValue>> Build(IEnumerable<ItemField> fields)
    {
        var words = new PhraseCompiler((slot, _) => throw new InvalidOperationException($"A field's name holds no {slot.Name}."));
        var named = fields
            .SelectMany(Of, (field, name) => (Nodes: PhraseNotation.Parse(name), Values: new[] { new SlotValue(field.Name, Quoted: false) }))
            .OrderByDescending(one => one.Nodes.Count)
            .Select(one => words.Compile(one.Nodes).Then<IReadOnlyList<SlotValue>>(one.Values));
        return OneOf([.. named]);
    }

    /// <summary>Its label and its synonyms.</summary>
    public static IEnumerable<string> Of(ItemField field) => [field.Label.ToLowerInvariant(), .. field.Synonyms];
}
