using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads one condition on a kind of item.</summary>
internal static class ConditionGrammar
{
    private const string Field = "field";
    private const string Value = "value";

    public static PhraseTable<Condition> Build(ItemKind item)
    {
        var table = new PhraseTable<Condition>();
        AddGeneral(table, item, [.. item.Fields.Where(field => field.IsAddress)]);
        AddGeneral(table, item, [.. item.Fields.Where(field => field.Kind is FieldKind.Text or FieldKind.TextList)]);
        foreach (var field in item.Fields)
        {
            var compiler = new PhraseCompiler((slot, followers) => ValueParsers.OfField(field.IsAddress, followers));
            foreach (var wording in FieldWordings.Of(field))
            {
                table.Add(compiler, wording.Phrase, captures => Make(field, wording, captures.Of(Value)));
            }
        }

        return table;
    }

    /// <summary>One phrase for all fields that take the same values: their names are tried at one place of it.</summary>
    private static void AddGeneral(PhraseTable<Condition> table, ItemKind item, IReadOnlyList<ItemField> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        var names = FieldNames.Build(fields);
        var compiler = new PhraseCompiler((slot, followers) => slot.Name == Field ? names : ValueParsers.OfField(fields[0].IsAddress, followers));
        foreach (var wording in FieldWordings.General)
        {
            table.Add(compiler, wording.Phrase, captures => Make(item.Find(captures.One(Field)!.Value.Text)!, wording, captures.Of(Value)));
        }
    }

    /// <summary>The comparison of a field with one value, or with any of several; null if one of them is empty.</summary>
    public static Condition? Make(ItemField field, Wording wording, IReadOnlyList<SlotValue> values)
    {
        if (values.Any(value => string.IsNullOrWhiteSpace(value.Text)))
        {
            return null;
        }

        Condition condition = values.Count switch
        {
            0 => new Comparison(field.Name, wording.Op, Literal.Of(true)),
            1 => Leaf(field, wording.Op, values[0].Text),
            _ => new AnyOf([.. values.Select(value => Leaf(field, wording.Op, value.Text))]),
        };
        return wording.Negated ? new NotOf(condition) : condition;
    }

    /// <summary>Of an address, "from" means the address itself, anyone at a domain, or anyone of that name.</summary>
    private static Comparison Leaf(ItemField field, Operator op, string value) => (field.IsAddress && op == Operator.Equals, value.Trim()) switch
    {
        (false, var text) => new Comparison(field.Name, op, Literal.Of(text)),
        (true, var text) when AddressText.IsAddress(text) => new Comparison(field.Name, Operator.Equals, Literal.Of(text)),
        (true, ['@', .. var domain] text) when AddressText.IsDomain(domain) => new Comparison(field.Name, Operator.EndsWith, Literal.Of(text)),
        (true, var text) when AddressText.IsDomain(text) => new Comparison(field.Name, Operator.EndsWith, Literal.Of("@" + text)),
        (true, var text) => new Comparison(field.Name, Operator.Contains, Literal.Of(text)),
    };
}
