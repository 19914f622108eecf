using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Parsers of the values that stand in phrases.</summary>
internal static class ValueParsers
{
    private const int MaxWordsOfText = 100;
    private const int MaxWordsOfName = 3;
    private const int MaxWordsOfCondition = 8;

    private static readonly Parser<SlotValue> Quoted = Scan.Term(QuotedText.Length).Then(span => new SlotValue(span.Span[1..^1].ToString(), Quoted: true));

    private static readonly Parser<SlotValue> Address = Scan.Term(text => AddressText.Length(text, domains: false)).Then(Bare);

    private static readonly Parser<SlotValue> AddressInBrackets = Terms.Char('<').SkipAnd(Address).AndSkip(Terms.Char('>'));

    private static readonly Parser<SlotValue> AddressOrDomain = Scan.Term(text => AddressText.Length(text, domains: true)).Then(Bare);

    private static readonly Parser<SlotValue> Field = Scan.Term(FieldLength).Then(Bare);

    /// <summary>A value of a tool's input.</summary>
    public static Parser<IReadOnlyList<SlotValue>> OfInput(InputKind kind, PhraseNode.Slot slot, IReadOnlySet<string> followers)
    {
        var value = kind switch
        {
            InputKind.Address => OneOf(Address, AddressInBrackets, Field, Quoted),
            _ when slot.QuotedOnly => Quoted,
            InputKind.Name => Quoted.Or(Unquoted(followers, MaxWordsOfName)),
            _ => Quoted.Or(Unquoted(followers, MaxWordsOfText)),
        };
        return value.Then<IReadOnlyList<SlotValue>>(one => [one]);
    }

    /// <summary>A value that a field is compared with, or several joined by "or".</summary>
    public static Parser<IReadOnlyList<SlotValue>> OfField(bool isAddress, IReadOnlySet<string> followers) =>
        isAddress
            ? Alternatives(People.Build(AddressOrDomain, AddressInBrackets, Quoted), AddressOrDomain.Or(Quoted))
            : Alternatives(Quoted.Or(Unquoted(followers, MaxWordsOfCondition)), Quoted);

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

    private static int FieldLength(ReadOnlySpan<char> text) =>
        text.StartsWith("{{", StringComparison.Ordinal) && text.IndexOf("}}", StringComparison.Ordinal) is > 0 and var end ? end + 2 : 0;

    private static SlotValue Bare(Parlot.TextSpan span) => new(span.ToString(), Quoted: false);
}
