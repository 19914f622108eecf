using System.Collections.Frozen;
using Cortex.Catalog;
using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// Reads what is to be set, and to what: <c>priority to High and status to "In Progress"</c>, <c>the sender's name as the last name</c>; and of a record that is made also
/// when it is due and whose it is to be.
/// </summary>
internal sealed class Assignments
{
    /// <summary>Words that a value without quotes does not hold: the sentence goes on.</summary>
    private static readonly FrozenSet<string> Followers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "in", "and", "then", "on", "for", "with", "due", "assigned", "from");

    /// <summary>Names of fields that are also instructions.</summary>
    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "email", "e-mail", "phone", "text", "name", "title", "date", "time");

    /// <summary>Words of "Lead Source to".</summary>
    private const int WordsToValue = 3;

    private const string Whose = "(for|assigned to|owned by|and assign it to|assign it to|assign to|and give it to|owner)";

    /// <summary>Words before a value that add nothing to it: "back to Working".</summary>
    private const string Fillers = "back|straight|right|directly|immediately|automatically|straight away|right away|again|over|at once";

    private const string Records = "lead|deal|opportunity|case|account|contact|task|record";

    private readonly PhraseCompiler _words = new((slot, _) => throw new InvalidOperationException($"An assignment holds no {slot.Name}."));
    private readonly Parser<SlotValue> _references;
    private readonly WordChoice<string> _names;
    private readonly FrozenDictionary<string, Parser<SlotValue>> _values;
    private readonly Parser<SlotValue> _known;

    /// <param name="catalog">Whose fields may be set.</param>
    public Assignments(CortexCatalog catalog)
    {
        var references = FieldNames.BuildReferences(catalog, areSeveral: false);
        _references = OneOf(
            Recipients.TheirAddress,
            references,
            Recipients.Person,
            _words.Compile(PhraseNotation.Parse("(that|this|whatever it says|what it says|whatever ai says|the answer|its answer|the category|the chosen category|the chosen one|the outcome)")).Then(new SlotValue(FieldNames.Result, SlotKind.Reference)));
        var fields = catalog.Providers
            .SelectMany(provider => provider.Triggers)
            .SelectMany(trigger => trigger.Item.Fields)
            .Distinct()
            .SelectMany(FieldNames.Of, (field, name) => (Field: field, Name: name))
            .ToLookup(one => one.Name, one => one.Field, StringComparer.OrdinalIgnoreCase);
        _names = new WordChoice<string>(fields.Select(one => ((IReadOnlyList<string>)one.Key.Split(' '), one.Key)));
        _values = fields.ToFrozenDictionary(one => one.Key, one => Value([.. one]), StringComparer.OrdinalIgnoreCase);
        _known = new WordChoice<SlotValue>(fields.SelectMany(one => one.SelectMany(field => field.Values).SelectMany(known => known.Words), (one, said) =>
            ((IReadOnlyList<string>)$"{said} {one.Key}".Split(' '), SlotValue.Literal(said) with { Of = one.Key })));
        Names = _names.Then(SlotValue.Literal);
        AnyValue = Value([.. fields.SelectMany(one => one).Where(field => field.Kind == FieldKind.Text)]);
        Set = Several(Named($"[{Fillers}] (to|to be|as|=)"));
        SetPlainly = Several(Named("", mayBeVerb: false));
        Placed = Several(Turned("(as|into|in)"), "(, and|,|and)");
        var owner = _words.Compile(PhraseNotation.Parse($"[the|its|their|the same] [{Records}] owner [of the ({Records})]")).Then(new SlotValue(RecordSlots.Owner, SlotKind.Reference));
        var day = ValueParsers.OfInput(InputKind.Time, new PhraseNode.Slot(RecordSlots.Due, ""), FrozenSet<string>.Empty, references);
        var itself = _words.Compile(PhraseNotation.Parse("[on] [the] (day|date) [itself] of (the|that|this) (event|meeting|appointment|interview|call|demo|visit|session)")).Then(new SlotValue("start", SlotKind.Reference));
        var part = OneOf(
            Part(RecordSlots.Owner, Whose, owner),
            Part(RecordSlots.Due, "[due] [on|by]", itself),
            Part(RecordSlots.Due, "(due|due on|due by|due in|due within|within|to be done within|to be done by|to be done in|by|on)", day.Then(values => values[0]).When((context, _) => !LeadsToEvent(context.Scanner.Cursor.Span))),
            Part(RecordSlots.Due, "(closing|to close|closes) [on|by|in]", ValueParsers.Time),
            Part(RecordSlots.Due, "for", ValueParsers.Time.When((_, moment) => Durations.Length(moment.Text) != moment.Text.Length)),
            Part(RecordSlots.Due, "", ValueParsers.Time.When((context, _) => !LeadsToEvent(context.Scanner.Cursor.Span))),
            Part("amount", "(worth|valued at)", ValueParsers.Amount),
            Part(RecordSlots.Whom, "for", ValueParsers.Owner),
            Part(RecordSlots.Owner, Whose, ValueParsers.Owner));
        var article = _words.Compile(PhraseNotation.Parse("[a|an|the|its]"));
        var said = Turned("as").Or(article.SkipAnd(_known.Or(Named("(to|as|=|:|of|is|set to|should be)"))));
        var listed = said.Or(article.SkipAnd(Named("")));

        // "And email ana@example.com" is another instruction, unless it goes on with what the record is to be made with.
        var plain = said.Or(article.SkipAnd(Named("", mayBeVerb: false)));
        var group = _words.Compile(PhraseNotation.Parse("(with|having|using|where|set)")).SkipAnd(Several(listed, "(, and with|and with|, and|,|and|;)"));
        Details = Groups(OneOf(group, ValueParsers.One(part), ValueParsers.One(plain)), "(, and|,|and|:|;) [it's|it is]");
    }

    /// <summary>What can be set.</summary>
    public Parser<SlotValue> Names { get; }

    /// <summary>What anything can be set to.</summary>
    public Parser<SlotValue> AnyValue { get; }

    /// <summary>Of what is there: "its priority to High".</summary>
    public Parser<IReadOnlyList<SlotValue>> Set { get; }

    /// <summary>The same without "to": "its priority High".</summary>
    public Parser<IReadOnlyList<SlotValue>> SetPlainly { get; }

    /// <summary>The other way round: "the subject into the description".</summary>
    public Parser<IReadOnlyList<SlotValue>> Placed { get; }

    /// <summary>Of what is made: "due tomorrow, with priority High".</summary>
    public Parser<IReadOnlyList<SlotValue>> Details { get; }

    private Parser<IReadOnlyList<SlotValue>> Several(Parser<SlotValue> one, string between = "(, and|,|and) [its|the]") =>
        one.And(ZeroOrMany(_words.Compile(PhraseNotation.Parse(between)).SkipAnd(one))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]);

    private Parser<IReadOnlyList<SlotValue>> Groups(Parser<IReadOnlyList<SlotValue>> group, string between) =>
        OneOrMany(ZeroOrOne(_words.Compile(PhraseNotation.Parse(between))).SkipAnd(group)).Then<IReadOnlyList<SlotValue>>(groups => [.. groups.SelectMany(one => one)]);

    /// <summary>"priority to High"</summary>
    private NamedValue Named(string between, bool mayBeVerb = true) =>
        new(_names, between.Length == 0 ? Always(Captures.None) : _words.Compile(PhraseNotation.Parse(between)), mayBeVerb ? _values : _values.Where(one => !Verbs.Contains(one.Key)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>"the sender's name as the last name"</summary>
    private Parser<SlotValue> Turned(string between) => Turned(between, "").Or(Turned(between, $"({Records})"));

    private Parser<SlotValue> Turned(string between, string of) =>
        OneOf(_references, ValueParsers.InQuotes, ValueParsers.Tag).AndSkip(_words.Compile(PhraseNotation.Parse($"{between} [its|the|a|an] {of}"))).And(_names).Then(pair => pair.Item1 with { Of = pair.Item2 });

    private Parser<SlotValue> Part(string of, string lead, Parser<SlotValue> value) => (lead.Length == 0 ? Always(Captures.None) : _words.Compile(PhraseNotation.Parse(lead))).SkipAnd(value.Then(said => said with { Of = of }));

    private Parser<SlotValue> Value(IReadOnlyList<ItemField> fields)
    {
        var parsers = new List<Parser<SlotValue>> { ValueParsers.InQuotes, ValueParsers.Tag, _references };
        if (fields.Any(field => field.Kind == FieldKind.Time))
        {
            parsers.Add(ValueParsers.Time);
        }

        if (fields.Any(field => field.Kind == FieldKind.Number))
        {
            parsers.Add(ValueParsers.Amount);
        }

        parsers.Add(KnownValues.Build(fields));
        parsers.Add(ValueParsers.Short(Followers, BeginsAnother).When((_, value) => !NoValues.Contains(value.Text.Split(' ')[0])));
        return OneOf([.. parsers]);
    }

    /// <summary>Whether another field is set behind the value. In "Key Account" the second word is a part of it, unless it is set to something itself.</summary>
    private bool BeginsAnother(string text) => _names.Begins(text) && (!char.IsUpper(text[0]) || text.Split(' ', WordsToValue + 1).Take(WordsToValue).Any(word => word is "to" or "as" or "="));

    /// <summary>Words with which a value begins only in quotes.</summary>
    private static readonly FrozenSet<string> NoValues = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "back", "straight", "right", "directly", "immediately", "automatically", "again", "over", "to", "be", "whatever", "whichever", "something", "anything");

    /// <summary>Whether the time before is a lead time, and not a due date: "1 day <c>before each meeting</c>".</summary>
    private static bool LeadsToEvent(ReadOnlySpan<char> text)
    {
        foreach (var lead in (ReadOnlySpan<string>)["before", "prior to", "ahead of", "in advance", "ahead", "beforehand", "earlier"])
        {
            if (PromptWord.Match(text.TrimStart(), lead) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A field, what leads on to its value, and the value, which is read as the field's.</summary>
    private sealed class NamedValue(WordChoice<string> names, Parser<Captures> between, FrozenDictionary<string, Parser<SlotValue>> values) : Parser<SlotValue>
    {
        public override bool Parse(ParseContext context, ref ParseResult<SlotValue> result)
        {
            var before = context.Scanner.Cursor.Position;
            var name = default(ParseResult<string>);
            var to = default(ParseResult<Captures>);
            var value = default(ParseResult<SlotValue>);
            if (names.Parse(context, ref name) && values.TryGetValue(name.Value, out var parser) && between.Parse(context, ref to) && parser.Parse(context, ref value))
            {
                result.Set(name.Start, value.End, value.Value with { Of = name.Value });
                return true;
            }

            context.Scanner.Cursor.ResetPosition(before);
            return false;
        }
    }
}
