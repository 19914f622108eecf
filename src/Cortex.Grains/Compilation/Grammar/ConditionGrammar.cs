using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.ReadBacks;
using Cortex.Programs;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads one condition on a kind of item.</summary>
internal sealed partial class ConditionGrammar
{
    private const string FieldSlot = "field";
    private const string Value = "value";
    /// <summary>The field that holds what has changed, of items whose changes can be seen.</summary>
    public const string ChangedField = "changed";

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
            ([.. named.Where(field => field.Kind is not FieldKind.Flag && field.PartOf is null)], FieldWordings.OfPresence),
            ([.. named.Where(field => field.IsAddress)], FieldWordings.OfAddresses),
            ([.. named.Where(field => field.Kind is FieldKind.Text or FieldKind.TextList && !field.HasOwnValues)], FieldWordings.OfTexts),
            ([.. named.Where(field => field.HasOwnValues)], FieldWordings.OfTexts),
            ([.. named.Where(field => field.IsProse)], FieldWordings.OfProse),
            ([.. named.Where(field => field.Kind == FieldKind.Number)], FieldWordings.OfNumbers),
            ([.. named.Where(field => field.Kind == FieldKind.Time)], FieldWordings.OfTimes),
            ([.. named.Where(field => field.Kind == FieldKind.Weekday)], FieldWordings.OfWeekdays),
            ([.. named.Where(field => field.Kind == FieldKind.TimeOfDay)], FieldWordings.OfTimesOfDay),
        ];
        foreach (var (fields, wordings) in _general)
        {
            AddGeneral(_clauses, fields, wordings, FieldNames.BuildAny);
        }

        foreach (var field in item.Fields)
        {
            foreach (var value in field.Values)
            {
                Condition holds = new Comparison(field.Name, field.IsList ? Operator.Contains : Operator.Equals, Programs.Literal.Of(value.Value));
                foreach (var adjective in value.ContraryAdjectives)
                {
                    _clauses.Add(PhraseCompiler.OfWords, $"(that|which) (is|are) [marked|flagged] [as] {adjective}", _ => new Clause(new NotOf(holds)));
                }
            }

            var compiler = new PhraseCompiler((slot, followers) => ValueParsers.OfField(field, slot, followers));
            foreach (var wording in FieldWordings.Of(field).SelectMany(FieldWordings.WithBoth))
            {
                _clauses.Add(compiler, wording.Phrase, captures => Make(field, wording, captures.Of(Value)));
            }
        }

        // Behind those of the fields, which know better what is a part of a value.
        AddGeneral(_clauses, [.. named.Where(field => field.HasOwnValues && !field.IsList)], FieldWordings.OfOwnValues, FieldNames.BuildAny);
        AddGeneral(_clauses, [.. named.Where(field => field.IsState || field.IsPicklist)], FieldWordings.OfChoices, FieldNames.BuildAny);
        foreach (var time in named.Where(field => field.Parts is not null))
        {
            AddClock(time, time.Parts!);
        }

        AddRanges([.. named.Where(field => field.Kind == FieldKind.Number)]);
        AddBoth([.. named.Where(field => field.Kind == FieldKind.Text)]);
        Sorts();
        Semantic(_clauses);
        Languages();
        Doings();
        if (item.Find(ChangedField) is not null)
        {
            // "Calendar changes" are changes of events, and not of the calendar that they are in.
            AddChanges([.. named.Where(field => field.PartOf is null && !item.NounWords.Contains(field.Label))]);
        }

        FieldOf = FieldNames.Build(named);
        Attributes = BuildAttributes([.. named.Where(field => field.HasOwnValues)]);
        _predicates = named.ToFrozenDictionary(field => field.Name, field => new Lazy<PhraseTable<Clause>>(() => BuildPredicate(field.Name)));
    }

    /// <summary>Conditions with all that they say.</summary>
    public PhraseTable<Clause> Table => _clauses;

    /// <summary>What may follow "if it's" besides: "a Sunday".</summary>
    public PhraseTable<Clause> Clocks { get; } = new();

    /// <summary>A value and its field before the noun: "Enterprise type opportunities".</summary>
    public Parser<Clause> Attributes { get; }

    /// <summary>A field's name.</summary>
    public Parser<IReadOnlyList<SlotValue>> FieldOf { get; }

    /// <summary>What may be said of a field that was named before: "contains …", for "the location of the event contains …".</summary>
    public PhraseTable<Clause> PredicateOf(string fieldName) => _predicates[fieldName].Value;

    /// <summary>The comparison of a field with one value, or with any of several; null if one of them is empty.</summary>
    public static Clause? Make(ItemField field, Wording wording, IReadOnlyList<SlotValue> values) => Make([field], wording, values);

    /// <summary>The comparison of any of several fields with any of several values.</summary>
    private static Clause? Make(IReadOnlyList<ItemField> fields, Wording wording, IReadOnlyList<SlotValue> values)
    {
        if (values.Any(value => string.IsNullOrWhiteSpace(value.Text) || (value.Text.EndsWith('%') && fields.Any(field => field.Measure is not null))))
        {
            // "A deal over 80%": a share is no amount.
            return null;
        }

        Condition[] leaves = [.. fields.SelectMany(field => Leaves(field, wording, values))];
        if (wording.Edge)
        {
            leaves = [.. leaves.Cast<Comparison>().Select(leaf => leaf with { Edge = true })];
        }

        if (wording.IsOfAll && fields.Count > 1)
        {
            // "In the subject or body": which of the words are where was not said.
            return null;
        }

        if (wording.ExceptsLast)
        {
            leaves[^1] = new NotOf(leaves[^1]);
        }

        Condition condition = leaves is [var one] ? one : wording.IsOfAll ? new AllOf(leaves) : new AnyOf(leaves);
        return new Clause(wording.Negated ? new NotOf(condition) : condition, IsOfChange: wording.Edge) { MayHappen = wording.MayHappen, HasOpenValue = values.Any(value => value.IsOpen && !fields.Any(field => KnownValues.Has(value.Text, field))) };
    }

    private static IEnumerable<Condition> Leaves(ItemField field, Wording wording, IReadOnlyList<SlotValue> values)
    {
        var op = wording.IsLoose && (field.IsPicklist || field.IsState) ? Operator.Equals : wording.Op;
        return values.Count == 0 ? [new Comparison(field.Name, op, Programs.Literal.Of(true))] : values.Select(value => Leaf(field, op, value));
    }

    private PhraseTable<Clause> BuildPredicate(string fieldName)
    {
        var field = _item.Find(fieldName)!;
        var table = new PhraseTable<Clause>();
        foreach (var (fields, wordings) in _general.Where(general => general.Fields.Contains(field)))
        {
            AddGeneral(table, [field], [.. wordings.Where(FieldWordings.FollowsItsField).Select(FieldWordings.AfterItsField)], _ => Parsers.Always<IReadOnlyList<SlotValue>>([SlotValue.Literal(fieldName)]));
        }

        if (_item.Find(ChangedField) is not null)
        {
            var compiler = new PhraseCompiler((slot, followers) => ValueParsers.OfField(field, slot, followers));
            table.Add(compiler, FieldWordings.Changes, _ => Changed(field.Name));
            table.Add(compiler, FieldWordings.ChangesTo, captures => Became(field, captures));
            table.Add(compiler, FieldWordings.MovesTo, captures => Became(field, captures));
            table.Add(compiler, FieldWordings.IsFilled, _ => Filled(field.Name, isThere: true));
            table.Add(compiler, FieldWordings.IsEmptied, _ => Filled(field.Name, isThere: false));
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
        var others = new WordChoice<string>(_item.Fields.SelectMany(FieldNames.Of).Distinct(StringComparer.OrdinalIgnoreCase).Select(words => ((IReadOnlyList<string>)words.Split(' '), words)));
        var first = table == _clauses ? fields.SelectMany(FieldNames.Of).Select(words => words.Split(' ')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase) : null;
        var compiler = new PhraseCompiler((slot, followers) => slot.Name == FieldSlot ? name : ValueParsers.OfFields(fields, slot, followers));
        foreach (var wording in wordings.SelectMany(FieldWordings.WithBoth))
        {
            table.Add(compiler, wording.Phrase, captures => captures.Of(Value).Skip(1).Any(value => value.Kind != SlotKind.Quoted && others.Begins(value.Text) && !IsCapitalised(value.Text))
                ? null // "with stage Won or type Renewal": another field, and no other value
                : Make([.. captures.Of(FieldSlot).Select(name => Compared(_item.Find(name.Text)!, captures.Of(Value)))], wording, captures.Of(Value)), slot => slot.Name == FieldSlot ? first : null);
        }
    }

    /// <summary>"With owner Ana": whoever says a name means the owner's name, and not the id.</summary>
    private ItemField Compared(ItemField field, IReadOnlyList<SlotValue> values) =>
        field.Name == RecordWords.Owner && values.Count > 0 && !values.Any(value => value.Text.Any(char.IsDigit)) && _item.Find(RecordWords.OwnerName) is { } name ? name : field;

    /// <summary>"Director or Owner": one word with a capital is a value, though a field is called so too.</summary>
    private static bool IsCapitalised(string word) => word is [var first, .. var rest] && char.IsUpper(first) && rest.All(char.IsLower);

    /// <summary>On which days and at what time of day: said by itself, with a verb of the time, or of what is so "if it's a Sunday".</summary>
    private void AddClock(ItemField time, TimeParts parts)
    {
        const string Lead = "[but|and] [only] [that|which] [is|are|it is|it's|they are] [only]";
        AddWhen($"{Lead} {{{Value}}}", isBare: true, isPlain: false);
        AddWhen($"[is|'s] [on] {{{Value}}}", isBare: true, isPlain: true, table: Clocks);
        AddWhen($"(not|is not|isn't) [on] {{{Value}}}", isBare: true, isPlain: true, isNegated: true, table: Clocks);
        AddWhen($"[that|which|it|they] (is|are) not [only] {{{Value}}}", isBare: true, isPlain: false, isNegated: true);
        AddWhen($"(but not|and not|not|except|other than|apart from) {{{Value}}}", isBare: true, isPlain: false, isNegated: true);
        AddWhen($"(it's|it is|its|today is|the day is) [on] {{{Value}}}", isBare: true, isPlain: true);
        AddWhen($"(it's not|it is not|it isn't|it's no|today is not) [on] {{{Value}}}", isBare: true, isPlain: true, isNegated: true);
        AddWhen($"[and|but] [that|which|who|it|they] [is|are|was|were|gets|get] [only] ({string.Join('|', parts.Participles)}) [only] {{{Value}}}", isBare: false, isPlain: false);
        AddWhen($"[that|which] [is|are] (not|but not) ({string.Join('|', parts.Participles)}) {{{Value}}}", isBare: false, isPlain: false, isNegated: true);
        AddWhen($"[and|but] (that|which|it|they) [only] ({string.Join('|', parts.Verbs)}) [only] {{{Value}}}", isBare: false, isPlain: false);

        void AddWhen(string phrase, bool isBare, bool isPlain, bool isNegated = false, PhraseTable<Clause>? table = null)
        {
            var beginnings = WhenWords.BeginningsOf(parts.Leads, isPlain);
            var value = Scan.Term(text => WhenWords.Length(text, parts.Leads, isPlain)).Then(span => SlotValue.Literal(span.ToString()));
            (table ?? _clauses).Add(new PhraseCompiler((_, _) => ValueParsers.One(value)), phrase, captures => WhenWords.ConditionOf(captures.One(Value)!.Value.Text, time, parts.Leads, isPlain) is { } condition
                ? new Clause(isNegated ? new NotOf(condition) : condition) { IsOfClock = true, IsBare = isBare }
                : null, _ => beginnings);
        }
    }

    private Parser<Clause> BuildAttributes(IReadOnlyList<ItemField> fields)
    {
        if (fields.Count == 0)
        {
            return Parsers.Fail<Clause>();
        }

        var wording = new Wording("", Operator.Contains) { IsLoose = true };
        return ValueParsers.Exact(fields).And(FieldNames.Build(fields)).Then(pair => Make(_item.Find(pair.Item2[0].Text)!, wording, [pair.Item1])!);
    }

    /// <summary>"status is both New and Closed": two conditions, which the validator will not let stand.</summary>
    private void AddBoth(ItemField[] fields)
    {
        var names = FieldNames.Build(fields);
        var compiler = new PhraseCompiler((slot, followers) => slot.Name == FieldSlot ? names : ValueParsers.One(ValueParsers.Text(followers)));
        _clauses.Add(compiler, $"{FieldWordings.OfItem} {{field}} (is|equals) both {{value}} and {{other}}", captures =>
        {
            var field = captures.One(FieldSlot)!.Value.Text;
            return new Clause(new AllOf([.. new[] { Value, "other" }.Select(slot => new Comparison(field, Operator.Equals, Programs.Literal.Of(captures.One(slot)!.Value.Text)))])) { HasOpenValue = captures.HasOpenValue };
        });
    }

    /// <summary>"the amount is between 5k and 10k": not less than the one, and not more than the other.</summary>
    private void AddRanges(ItemField[] fields)
    {
        foreach (var field in fields)
        {
            var compiler = new PhraseCompiler((_, _) => ValueParsers.One(ValueParsers.Amount));
            foreach (var name in FieldNames.Of(field).Select(name => $"{FieldWordings.OfItem} {name} [is|are|of|being]").Concat(field.Measure is { } measure ? [$"[that|which] [is|are] {measure}"] : []))
            {
                _clauses.Add(compiler, $"{name} (between|from) {{{Value}}} (and|to) {{other}}", captures =>
                    (captures.One(Value)!.Value.Text, captures.One("other")!.Value.Text) is var (low, high) && Amounts.AreOfOneScale(low, high) && Amounts.Of(low) is { } least && Amounts.Of(high) is { } most && least < most
                        ? new Clause(new AllOf([
                            new NotOf(new Comparison(field.Name, Operator.LessThan, Programs.Literal.Of(least))),
                            new NotOf(new Comparison(field.Name, Operator.GreaterThan, Programs.Literal.Of(most)))]))
                        : null);
            }
        }
    }

    private void AddChanges(ItemField[] fields)
    {
        var names = FieldNames.Build(fields);
        var compiler = new PhraseCompiler((slot, followers) => slot.Name == FieldSlot ? names : ValueParsers.OfField(fields[0], slot, followers));
        foreach (var phrase in (ReadOnlySpan<string>)
        [
            $"{FieldWordings.OfItem} {{field}} [ever] {FieldWordings.Changes}",
            "[that|which] (has|have|gets|get|with|there is|there's|sees) [a|any] (change|changes) (of|in|to) [the|its] {field}",
            "[that|which] (has|have|gets|get|with|there is|there's|sees) [a] {field} (change|changes|update)",
        ])
        {
            _clauses.Add(compiler, phrase, captures => Changed(captures.One(FieldSlot)!.Value.Text));
        }

        // "Gets a new guest": one may also have gone.
        _clauses.Add(compiler, "[that|which] gets [a] new {field}", captures => _item.Find(captures.One(FieldSlot)!.Value.Text) is { IsList: false } field ? Changed(field.Name) : null);

        // "Gets a phone number": it had none before.
        _clauses.Add(compiler, "[that|which] (gets|get|is given|are given|receives) (a|an) {field}", captures => Filled(captures.One(FieldSlot)!.Value.Text, isThere: true));
        _clauses.Add(compiler, $"{FieldWordings.OfItem} {{field}} {FieldWordings.IsFilled}", captures => Filled(captures.One(FieldSlot)!.Value.Text, isThere: true));
        _clauses.Add(compiler, $"{FieldWordings.OfItem} {{field}} {FieldWordings.IsEmptied}", captures => Filled(captures.One(FieldSlot)!.Value.Text, isThere: false));

        foreach (var field in fields.Where(field => field.Kind == FieldKind.Text))
        {
            var own = new PhraseCompiler((slot, followers) => ValueParsers.OfField(field, slot, followers));
            foreach (var name in FieldNames.Of(field))
            {
                _clauses.Add(own, $"{FieldWordings.OfItem} {name} {FieldWordings.ChangesTo}", captures => Became(field, captures));
                _clauses.Add(own, $"{FieldWordings.OfItem} {name} {FieldWordings.MovesTo}", captures => Became(field, captures));
                _clauses.Add(own, $"[that|which] (gets|is given|receives) [the|a|its] {name} [of] {{value:state}}", captures => Became(field, captures));
                _clauses.Add(own, $"[that|which] (gets|get|has|have|had|sees) (its|their|the) {name} {FieldWordings.SetTo}", captures => Became(field, captures));
            }
        }
    }

    /// <summary>That a field has changed.</summary>
    public static Clause Changed(string field) => new(new Comparison(ChangedField, Operator.Contains, Programs.Literal.Of(field)), IsOfChange: true);

    /// <summary>That there is something in a field now, or nothing any more; null of what is always there, and of a list, of which one may come or go.</summary>
    private Clause? Filled(string field, bool isThere) => _item.Find(field) is { IsList: false } && !_item.AlwaysThere.Contains(field)
        ? new Clause(new Comparison(field, Operator.Exists, Programs.Literal.Of(isThere), Edge: true), IsOfChange: true)
        : null;

    private static Clause? Became(ItemField field, Captures captures) =>
        Make(field, new Wording("", Operator.Equals), captures.Of(Value)) is { } clause && Becoming(clause.Condition) is { } becoming ? clause with { Condition = becoming, IsOfChange = true } : null;

    /// <summary>A comparison, or any of several, that must have come about by the change itself; null of anything else.</summary>
    public static Condition? Becoming(Condition condition) => condition switch
    {
        Comparison comparison => comparison with { Edge = true },
        AnyOf any when any.Parts.All(part => part is Comparison) => any with { Parts = [.. any.Parts.Cast<Comparison>().Select(part => part with { Edge = true })] },
        _ => null,
    };

    /// <summary>Of an address, "from" means the address itself, anyone at a domain, or anyone of that name.</summary>
    private static Comparison Leaf(ItemField field, Operator op, SlotValue value) => (field.IsAddress && op == Operator.Equals, value.Text.Trim()) switch
    {
        (false, var text) when field.IsAddress && op == Operator.Contains && AddressText.IsAddress(text) => new Comparison(field.Name, Operator.Equals, Programs.Literal.Of(text)),
        (false, var text) when field.Kind == FieldKind.TimeOfDay => new Comparison(field.Name, op, Programs.Literal.Of(ClockWords.Of(text)!)),
        (false, var text) when field.Kind == FieldKind.Number => new Comparison(field.Name, op, Programs.Literal.Of(Amounts.Of(text)!.Value)),
        (false, var text) => new Comparison(field.Name, op, Programs.Literal.Of(value.Kind == SlotKind.Quoted ? text : KnownValues.Of(text, field))),
        (true, var text) when AddressText.IsAddress(text) => new Comparison(field.Name, Operator.Equals, Programs.Literal.Of(text)),
        (true, ['@', .. var domain] text) when AddressText.IsDomain(domain) => new Comparison(field.Name, Operator.EndsWith, Programs.Literal.Of(text)),
        (true, var text) when AddressText.IsDomain(text) => new Comparison(field.Name, Operator.EndsWith, Programs.Literal.Of("@" + text)),
        (true, var text) => new Comparison(field.Name, Operator.Contains, Programs.Literal.Of(text)),
    };
}
