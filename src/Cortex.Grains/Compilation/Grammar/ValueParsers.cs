using System.Buffers;
using System.Collections.Frozen;
using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// Parsers of the values that stand in phrases. A slot's kind narrows what may stand there: <c>quoted</c>; <c>name</c> (capitals); <c>state</c> (capitals, or a known
/// value); <c>known</c> (a known value only); <c>mark</c> (<c>@label</c>); <c>file</c> (a file's ending); <c>me</c>; <c>person</c> (nobody but the item's own);
/// <c>reference</c> (what is called by its name); <c>list</c>; <c>url</c>.
/// </summary>
internal static class ValueParsers
{
    private const int MaxWordsOfText = 100;
    private const int MaxWordsOfName = 3;
    private const int MaxWordsOfCondition = 8;

    /// <summary>Where a value without quotes ends, because the sentence goes on about the item.</summary>
    private static readonly string[] Verbs = ["is", "are", "was", "were", "gets", "has", "have", "arrives", "arrive", "comes", "come", "starts", "begins", "ends", "changes", "lands"];

    /// <summary>Where words about a meaning end: what follows may be a condition of its own, and must then be one.</summary>
    private static readonly string[] AfterMeanings = ["to", "from", "with", "without", "that", "which", "whose", "arrives", "arrive", "comes", "come", "lands", "starts", "ends"];

    private static readonly string[] FileEndings = ["pdf", "docx", "doc", "xlsx", "xls", "csv", "zip", "png", "jpeg", "jpg", "txt", "pptx", "ppt", "ics", "xml", "json"];

    private static readonly SearchValues<char> UrlEnders = SearchValues.Create(" \t\r\n\"”»,;");

    private static readonly Parser<SlotValue> Quoted = Scan.Term(QuotedText.Length).Then(span => new SlotValue(span.Span[1..^1].ToString(), SlotKind.Quoted));

    private static readonly Parser<SlotValue> Address = Scan.Term(text => AddressText.Length(text, domains: false)).Then(Bare);

    private static readonly Parser<SlotValue> AddressInBrackets = Terms.Char('<').SkipAnd(Address).AndSkip(Terms.Char('>'));

    private static readonly Parser<SlotValue> AddressOrDomain = Scan.Term(text => AddressText.Length(text, domains: true)).Then(Bare);

    private static readonly Parser<SlotValue> Field = Scan.Term(FieldLength).Then(Bare);

    private static readonly Parser<SlotValue> Duration = Scan.Term(Durations.Length).Then(Bare);

    private static readonly Parser<SlotValue> Moment = Scan.Term(TimeWords.Length).Then(Bare);

    /// <summary>Comparisons look at days of the calendar; "next Friday" would be another one every week.</summary>
    private static readonly Parser<SlotValue> Day = Scan.Term(TimeWords.DayLength).Then(Bare);

    private static readonly Parser<SlotValue> Capitals = Scan.Term(People.NameLength).Then(Bare);

    private static readonly Parser<SlotValue> Mark = Scan.Term(MarkLength).Then(Bare);

    private static readonly Parser<SlotValue> FileEnding = Scan.Term(FileLength).Then(span => SlotValue.Literal(span.ToString().TrimStart('.').ToLowerInvariant()));

    private static readonly Parser<SlotValue> Me = Recipients.Me;

    /// <summary>A value of a tool's input.</summary>
    public static Parser<IReadOnlyList<SlotValue>> OfInput(InputKind kind, PhraseNode.Slot slot, IReadOnlySet<string> followers, Parser<SlotValue> references) => (kind, slot.Kind) switch
    {
        (_, "quoted") => One(Quoted),
        (_, "reference") => One(references),
        (_, "person") => One(Recipients.Known),
        (_, "list") => Lists.Of(Quoted, Unquoted(followers, MaxWordsOfName), "or"),
        (InputKind.List, _) => Lists.Of(Quoted, Unquoted(followers, MaxWordsOfName), "and"),
        (InputKind.Address or InputKind.Addresses, _) => Recipients.Build(OneOf(Address, AddressInBrackets, Field, AddressIn(Quoted))),
        (InputKind.Duration, _) => One(Duration),
        (InputKind.Time, _) => One(Moment.Or(Field)),
        (InputKind.Name, _) => One(Quoted.Or(Unquoted(followers, MaxWordsOfName))),
        _ => One(OneOf(Quoted, references, Unquoted(followers, MaxWordsOfText))),
    };

    /// <summary>A value that a field is compared with, or several joined by "or".</summary>
    public static Parser<IReadOnlyList<SlotValue>> OfField(ItemField field, PhraseNode.Slot slot, IReadOnlySet<string> followers) => slot.Kind switch
    {
        "quoted" => Alternatives(Quoted, Quoted),
        "name" => One(Capitals),
        "mark" => One(Mark.Or(Quoted)),
        "file" => One(FileEnding),
        "me" => One(Me),
        "known" => One(KnownValues.Build(field)),
        "state" => One(OneOf(Quoted, KnownValues.Build(field), Capitals)),
        _ when field.IsAddress => Alternatives(People.Build(AddressOrDomain, AddressInBrackets, Quoted), AddressOrDomain.Or(Quoted)),
        _ when field.Kind == FieldKind.Number => One(Scan.Term(Amounts.Length).Then(Bare)),
        _ when field.Kind == FieldKind.Time => One(Day),
        _ => Alternatives(Quoted.Or(Compared(Verbs.Union(followers).ToFrozenSet(StringComparer.OrdinalIgnoreCase))), Quoted),
    };

    public static Parser<SlotValue> Lead { get; } = Duration;

    public static Parser<SlotValue> Url { get; } = Scan.Term(UrlLength).Then(Bare);

    public static Parser<SlotValue> Text(IReadOnlySet<string> followers) => Quoted.Or(Unquoted(followers, MaxWordsOfName));

    /// <summary>What something is about: any words up to what could be another part of the sentence; "about to close" is about nothing.</summary>
    public static Parser<SlotValue> Meaning(IReadOnlySet<string> followers)
    {
        var enders = AfterMeanings.Union(followers).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return Quoted.Or(Scan.Term(text => UnquotedText.Length(text, enders, MaxWordsOfCondition, mayDescribe: true)).Then(Bare));
    }

    public static Parser<IReadOnlyList<SlotValue>> One(Parser<SlotValue> value) => value.Then<IReadOnlyList<SlotValue>>(one => [one]);

    /// <param name="value">The first, and what "or" leads to.</param>
    /// <param name="certain">What a comma alone may lead to: surely a value, and only if an "or" comes in the end.</param>
    private static Parser<IReadOnlyList<SlotValue>> Alternatives(Parser<SlotValue> value, Parser<SlotValue> certain)
    {
        var comma = PhraseCompiler.Word(",");
        var or = ZeroOrOne(comma).SkipAnd(PhraseCompiler.Word("or")).SkipAnd(ZeroOrOne(PhraseCompiler.Word("from"))).SkipAnd(value);
        var tail = ZeroOrMany(comma.SkipAnd(certain)).And(OneOrMany(or)).Then<IReadOnlyList<SlotValue>>(pair => [.. pair.Item1, .. pair.Item2]);
        return value.And(ZeroOrOne(tail)).Then<IReadOnlyList<SlotValue>>(pair => pair.Item2 is { } others ? [pair.Item1, .. others] : [pair.Item1]);
    }

    private static Parser<SlotValue> Unquoted(IReadOnlySet<string> followers, int maxWords) =>
        Scan.Term(text => UnquotedText.Length(text, followers, maxWords)).Then(Bare);

    private static Parser<SlotValue> Compared(FrozenSet<string> followers) =>
        Scan.Term(text => ConditionText.Length(text, followers, MaxWordsOfCondition)).Then(Bare);

    /// <summary>An address stays one in quotes.</summary>
    private static Parser<SlotValue> AddressIn(Parser<SlotValue> quoted) => quoted.When((_, value) => AddressText.IsAddress(value.Text.Trim()));

    private static int FieldLength(ReadOnlySpan<char> text) =>
        text.StartsWith("{{", StringComparison.Ordinal) && text.IndexOf("}}", StringComparison.Ordinal) is > 0 and var end ? end + 2 : 0;

    private static int MarkLength(ReadOnlySpan<char> text) =>
        text is ['@' or '#', ..] && PromptWord.Length(text[1..]) is > 0 and var word && (text.Length == word + 1 || text[word + 1] != '.') ? word + 1 : 0;

    private static int FileLength(ReadOnlySpan<char> text)
    {
        var dot = text is ['.', ..] ? 1 : 0;
        foreach (var ending in FileEndings)
        {
            if (PromptWord.Match(text[dot..], ending) > 0)
            {
                return dot + ending.Length;
            }
        }

        return 0;
    }

    private static int UrlLength(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var length = text.IndexOfAny(UrlEnders) is >= 0 and var end ? end : text.Length;
        return text[..length].TrimEnd(".!?").Length;
    }

    private static SlotValue Bare(Parlot.TextSpan span) => SlotValue.Literal(span.ToString());
}
