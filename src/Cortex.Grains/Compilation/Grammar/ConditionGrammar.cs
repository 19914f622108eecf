using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Programs;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads one condition on a kind of item.</summary>
internal sealed class ConditionGrammar
{
    private const string FieldSlot = "field";
    private const string Value = "value";
    private const string ChangedField = "changed";

    private readonly ItemKind _item;
    private readonly PhraseTable<Clause> _clauses = new();
    private readonly FrozenDictionary<string, Lazy<PhraseTable<Clause>>> _predicates;
    private readonly List<(IReadOnlyList<ItemField> Fields, IReadOnlyList<Wording> Wordings)> _general;

    public ConditionGrammar(ItemKind item)
    {
        _item = item;
        var named = item.Fields.Where(field => field.Name != ChangedField).ToArray();
        _general =
        [
            // First, because the first of equals wins: "is empty" is no comparison with a text.
            ([.. named.Where(field => field.Kind is not FieldKind.Flag)], FieldWordings.OfPresence),
            ([.. named.Where(field => field.IsAddress)], FieldWordings.OfTexts),
            ([.. named.Where(field => field.Kind is FieldKind.Text or FieldKind.TextList)], FieldWordings.OfTexts),
            ([.. named.Where(field => field.Kind == FieldKind.Number)], FieldWordings.OfNumbers),
            ([.. named.Where(field => field.Kind == FieldKind.Time)], FieldWordings.OfTimes),
        ];
        foreach (var (fields, wordings) in _general)
        {
            AddGeneral(_clauses, fields, wordings, FieldNames.Build);
        }

        foreach (var field in item.Fields)
        {
            var compiler = new PhraseCompiler((slot, followers) => ValueParsers.OfField(field, slot, followers));
            foreach (var wording in FieldWordings.Of(field))
            {
                _clauses.Add(compiler, wording.Phrase, captures => Make(field, wording, captures.Of(Value)));
            }
        }

        AddBoth([.. named.Where(field => field.Kind == FieldKind.Text)]);
        Semantic(_clauses);
        if (item.Find(ChangedField) is not null)
        {
            AddChanges(named);
        }

        FieldOf = FieldNames.Build(named);
        _predicates = named.ToFrozenDictionary(field => field.Name, field => new Lazy<PhraseTable<Clause>>(() => BuildPredicate(field.Name)));
    }

    /// <summary>A condition with all that it says.</summary>
    public Parser<Clause> Clauses => _clauses;

    /// <summary>A field's name.</summary>
    public Parser<IReadOnlyList<SlotValue>> FieldOf { get; }

    /// <summary>What may be said of a field that was named before: "contains …", for "the location of the event contains …".</summary>
    public PhraseTable<Clause> PredicateOf(string fieldName) => _predicates[fieldName].Value;

    /// <summary>The comparison of a field with one value, or with any of several; null if one of them is empty.</summary>
    public static Clause? Make(ItemField field, Wording wording, IReadOnlyList<SlotValue> values)
    {
        if (values.Any(value => string.IsNullOrWhiteSpace(value.Text)))
        {
            return null;
        }

        var op = wording.IsLoose && (field.IsPicklist || field.IsState) ? Operator.Equals : wording.Op;
        var leaves = values.Count == 0
            ? [new Comparison(field.Name, op, Programs.Literal.Of(true))]
            : values.Select(value => Leaf(field, op, value)).ToArray();
        Condition condition = leaves is [var one] ? one : new AnyOf(leaves);
        return new Clause(wording.Negated ? new NotOf(condition) : condition);
    }

    private PhraseTable<Clause> BuildPredicate(string fieldName)
    {
        var field = _item.Find(fieldName)!;
        var table = new PhraseTable<Clause>();
        foreach (var (fields, wordings) in _general.Where(general => general.Fields.Contains(field)))
        {
            AddGeneral(table, [field], [.. wordings.Where(FieldWordings.FollowsItsField)], _ => Parsers.Always<IReadOnlyList<SlotValue>>([SlotValue.Literal(fieldName)]));
        }

        if (_item.Find(ChangedField) is not null)
        {
            var compiler = new PhraseCompiler((slot, followers) => ValueParsers.OfField(field, slot, followers));
            table.Add(compiler, FieldWordings.Changes, _ => Changed(field.Name));
            table.Add(compiler, FieldWordings.ChangesTo, captures => Became(field, captures));
        }

        return table;
    }

    private void AddGeneral(
        PhraseTable<Clause> table,
        IReadOnlyList<ItemField> fields,
        IReadOnlyList<Wording> wordings,
        Func<IEnumerable<ItemField>, Parser<IReadOnlyList<SlotValue>>> names)
    {
        if (fields.Count == 0)
        {
            return;
        }

        var name = names(fields);
        var compiler = new PhraseCompiler((slot, followers) => slot.Name == FieldSlot ? name : ValueParsers.OfField(fields[0], slot, followers));
        foreach (var wording in wordings)
        {
            table.Add(compiler, wording.Phrase, captures => Make(_item.Find(captures.One(FieldSlot)!.Value.Text)!, wording, captures.Of(Value)));
        }
    }

    /// <summary>"status is both New and Closed": two conditions, which the validator will not let stand.</summary>
    private void AddBoth(ItemField[] fields)
    {
        var names = FieldNames.Build(fields);
        var compiler = new PhraseCompiler((slot, followers) => slot.Name == FieldSlot ? names : ValueParsers.One(ValueParsers.Text(followers)));
        _clauses.Add(compiler, $"{FieldWordings.OfItem} {{field}} (is|equals) both {{value}} and {{other}}", captures =>
        {
            var field = captures.One(FieldSlot)!.Value.Text;
            return new Clause(new AllOf([.. new[] { Value, "other" }.Select(slot => new Comparison(field, Operator.Equals, Programs.Literal.Of(captures.One(slot)!.Value.Text)))]));
        });
    }

    private void AddChanges(ItemField[] fields)
    {
        var names = FieldNames.Build(fields);
        var compiler = new PhraseCompiler((slot, followers) => slot.Name == FieldSlot ? names : ValueParsers.OfField(fields[0], slot, followers));
        _clauses.Add(compiler, $"{FieldWordings.OfItem} {{field}} {FieldWordings.Changes}", captures => Changed(captures.One(FieldSlot)!.Value.Text));
        foreach (var field in fields.Where(field => field.Kind == FieldKind.Text))
        {
            var own = new PhraseCompiler((slot, followers) => ValueParsers.OfField(field, slot, followers));
            foreach (var name in FieldNames.Of(field))
            {
                _clauses.Add(own, $"{FieldWordings.OfItem} {name} {FieldWordings.ChangesTo}", captures => Became(field, captures));
            }
        }
    }

    /// <summary>What has to be read to be judged, in the user's own words.</summary>
    private static void Semantic(PhraseTable<Clause> table)
    {
        var compiler = new PhraseCompiler((_, followers) => ValueParsers.One(ValueParsers.Meaning(followers)));
        foreach (var (phrase, prefix) in FieldWordings.Meanings)
        {
            table.Add(compiler, phrase, captures => captures.One(Value) is { Text: { Length: > 0 } text }
                ? new Clause(new Comparison("item", Operator.Semantic, Programs.Literal.Of($"{prefix} {text}")))
                : null);
        }
    }

    private static Clause Changed(string field) => new(new Comparison(ChangedField, Operator.Contains, Programs.Literal.Of(field)), IsOfChange: true);

    private static Clause? Became(ItemField field, Captures captures) =>
        Make(field, new Wording("", Operator.Equals), captures.Of(Value)) is { Condition: Comparison comparison }
            ? new Clause(comparison with { Edge = true }, IsOfChange: true)
            : null;

    /// <summary>Of an address, "from" means the address itself, anyone at a domain, or anyone of that name.</summary>
    private static Comparison Leaf(ItemField field, Operator op, SlotValue value) => (field.IsAddress && op == Operator.Equals, value.Text.Trim()) switch
    {
        (false, var text) when field.IsAddress && op == Operator.Contains && AddressText.IsAddress(text) => new Comparison(field.Name, Operator.Equals, Programs.Literal.Of(text)),
        (false, var text) when field.Kind == FieldKind.Number => new Comparison(field.Name, op, Programs.Literal.Of(Amounts.Of(text)!.Value)),
        (false, var text) => new Comparison(field.Name, op, Programs.Literal.Of(text)),
        (true, var text) when AddressText.IsAddress(text) => new Comparison(field.Name, Operator.Equals, Programs.Literal.Of(text)),
        (true, ['@', .. var domain] text) when AddressText.IsDomain(domain) => new Comparison(field.Name, Operator.EndsWith, Programs.Literal.Of(text)),
        (true, var text) when AddressText.IsDomain(text) => new Comparison(field.Name, Operator.EndsWith, Programs.Literal.Of("@" + text)),
        (true, var text) => new Comparison(field.Name, Operator.Contains, Programs.Literal.Of(text)),
    };
}
