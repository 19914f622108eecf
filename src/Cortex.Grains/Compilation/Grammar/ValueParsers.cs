using System.Buffers;
using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Programs;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// Parsers of the values that stand in phrases. A slot's kind narrows what may stand there: <c>quoted</c>; <c>address</c> (no name); <c>name</c> (capitals); <c>place</c>; <c>state</c> (capitals, or a known
/// value); <c>exact</c> (the same, for "is"); <c>meaning</c> (a description); <c>known</c> (a known value only); <c>mark</c> (<c>@label</c>); <c>file</c> (a file's ending); <c>word</c> (one that ends its clause); <c>new</c> (a label, and no state); <c>ending</c> (how an address ends); <c>role</c> (who somebody is, with the address); <c>me</c>; <c>person</c> (nobody but the item's own);
/// <c>reference</c> (what is called by its name); <c>then</c> (a time spoken of before); <c>list</c>; <c>url</c>.
/// </summary>
internal static partial class ValueParsers
{
    private const int MaxWordsOfText = 100;
    private const int MaxWordsOfName = 3;
    private const int MaxWordsOfCondition = 8;

    /// <summary>Where a value without quotes ends, because the sentence goes on about the item.</summary>
    private static readonly string[] Verbs = ["is", "are", "was", "were", "gets", "has", "have", "arrives", "arrive", "comes", "come", "starts", "begins", "ends", "changes", "lands", "becomes", "become", "turns", "turn", "goes", "moves", "reaches",
        "finishes", "finish", "finished", "ended", "concludes", "commences", "takes", "happens", "wraps", "kicks", "closes", "opens", "appears", "shows", "hits"];

    /// <summary>Words that end a value, because more is said of the item; no value begins with one either.</summary>
    private static readonly string[] Further =
    [
        "that", "which", "who", "whose", "not", "isn't", "aren't", "wasn't", "doesn't", "don't", "didn't", "neither", "nor", "mentioning", "containing", "cc'd", "cc'ed",
        "without", "exactly", "somewhere", "anywhere", "etc", "things", "stuff", "today", "yesterday", "only", "rather", "attached",
    ];

    /// <summary>The same, only before one of <see cref="LeadingOn"/>: "received <c>on</c> a Monday".</summary>
    private static readonly FrozenSet<string> Participles = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "coming", "sent", "received", "written", "arriving", "addressed", "labelled", "labeled", "tagged", "marked", "copied", "raised", "assigned", "organized", "organised", "invited", "lasting", "starting", "closing", "owned");

    private static readonly FrozenSet<string> LeadingOn = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "by", "from", "on", "at", "after", "before", "to", "as", "with", "in", "between", "outside", "all", "under", "this", "next");

    private static readonly string[] FileEndings = ["pdf", "exe", "heic", "gif", "mp3", "mp4", "mov", "rar", "html", "eml", "svg", "tiff", "webp", "rtf", "odt", "docx", "doc", "xlsx", "xls", "csv", "zip", "png", "jpeg", "jpg", "txt", "pptx", "ppt", "ics", "xml", "json"];

    /// <summary>Words that speak of more than one thing.</summary>
    private static readonly FrozenSet<string> Several = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "emails", "mails", "mail", "messages", "e-mails", "all", "every", "any", "everything", "anything", "whatever", "each", "those", "both", "ones", "stuff");

    /// <summary>What an email is marked as by other tools than a label's.</summary>
    private static readonly FrozenSet<string> Markings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "read", "unread", "spam", "junk");

    /// <summary>Words up to the first address among which one of them stands.</summary>
    private const int WordsToNoun = 6;

    /// <summary>Who speaks in what a reply says.</summary>
    private static readonly FrozenSet<string> Tellers = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "i", "i'm", "i'll", "i've", "we", "we're", "we'll", "we've", "my", "our");

    private static readonly SearchValues<char> NoRest = SearchValues.Create("\r\n\"“”«»{}");

    private static readonly SearchValues<char> UrlEnders = SearchValues.Create(" \t\r\n\"”»,;");

    private static readonly Parser<SlotValue> Quoted = Scan.Term(QuotedText.Length).Then(span => new SlotValue(span.Span[1..^1].ToString(), SlotKind.Quoted));

    private static readonly Parser<SlotValue> Address = Scan.Term(text => AddressText.Length(text, domains: false)).Then(Bare);

    private static readonly Parser<SlotValue> AddressInBrackets = Terms.Char('<').SkipAnd(Address).AndSkip(Terms.Char('>'));

    private static readonly Parser<SlotValue> AddressOrDomain = Scan.Term(text => AddressText.Length(text, domains: true)).Then(span => SlotValue.Literal(span.ToString().TrimStart('*')));

    private static readonly Parser<SlotValue> Field = Scan.Term(FieldLength).Then(Bare);

    private static readonly Parser<SlotValue> Duration = Scan.Term(Durations.Length).Then(Bare);

    private static readonly Parser<SlotValue> Moment = Scan.Term(TimeWords.Length).Then(Bare);

    /// <summary>Comparisons look at days of the calendar; "next Friday" would be another one every week.</summary>
    private static readonly Parser<SlotValue> Day = Scan.Term(TimeWords.DayLength).Then(Bare);

    private static readonly Parser<SlotValue> Clock = Scan.Term(ClockWords.Length).Then(Bare);

    private static readonly Parser<SlotValue> Capitals = Scan.Term(People.NameLength).Then(Bare);

    /// <summary>What one of the values of a list may be called: "Waiting on Customer", "New Business".</summary>
    private static readonly Parser<SlotValue> Heading = Scan.Term(People.HeadingLength).Then(Bare);

    private static readonly Parser<SlotValue> Place = PhraseCompiler.OfWords.Compile(PhraseNotation.Parse("[at|in] [the|our|my]")).SkipAnd(Scan.Term(PlaceText.Length)).Then(Bare);

    private static readonly Parser<SlotValue> Mark = Scan.Term(MarkLength).Then(Bare);

    private static readonly Parser<SlotValue> FileEnding = Scan.Term(FileLength).Then(span => SlotValue.Literal(span.ToString().TrimStart('.').ToLowerInvariant()));

    private static readonly Parser<SlotValue> Me = Recipients.Me;

    /// <summary>How an address ends: ".edu", "@example.com".</summary>
    private static readonly Parser<SlotValue> Ending = Quoted.Or(Scan.Term(EndingLength).Then(Bare));

    /// <summary>One word that ends its clause: "the subject says urgent".</summary>
    private static readonly Parser<SlotValue> SingleWord = Scan.Term(WordLength).Then(span => SlotValue.Open(span.ToString()));

    /// <summary>Priorities that many organisations add to the standard ones.</summary>
    private static readonly Parser<SlotValue> Level = new WordChoice<SlotValue>(new[] { "Critical", "Urgent", "Highest", "Lowest", "Normal" }.Select(level => ((IReadOnlyList<string>)[level.ToLowerInvariant()], SlotValue.Literal(level))));

    /// <summary>The day or the time that was spoken of.</summary>
    private static readonly Parser<SlotValue> Then = new WordChoice<SlotValue>(
        new (string Said, string What)[]
        {
            ("that date", "date"), ("that day", "day"), ("that time", "time"), ("then", "date"), ("the same day", "day"), ("the same date", "date"), ("the same time", "time"), ("the time they propose", "time"), ("the time proposed", "time"),
            ("the proposed time", "proposed time"), ("the proposed date", "proposed date"), ("the date they propose", "date"), ("the day they propose", "day"),
        }.Select(one => ((IReadOnlyList<string>)one.Said.Split(' '), new SlotValue(one.What, SlotKind.Then))));

    private static int EndingLength(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (text[end..] is ['.' or '@', ..] && PromptWord.Length(text[(end + 1)..]) is > 0 and var word)
        {
            end += 1 + word;
        }

        return end;
    }

    /// <summary>A value of a tool's input.</summary>
    public static Parser<IReadOnlyList<SlotValue>> OfInput(InputKind kind, PhraseNode.Slot slot, IReadOnlySet<string> followers, Parser<SlotValue> references) => (kind, slot.Kind) switch
    {
        (_, "quoted") => One(Quoted),
        (_, "reference") => One(references),
        (_, "person") => One(Recipients.Known),
        (_, "then") => One(Then),
        (_, "said") => One(Said(followers).When((_, value) => !SaysWhatItDoes(value))),

        // "that I am away" is what a reply says, and "that ask for a refund" which emails are meant.
        (_, "told") => One(Said(followers).When((_, value) => Tellers.Contains(value.Text.Split(' ')[0]))),
        (_, "rest") => One(new FreeText(RestLength)),
        (_, "task") => One(Quoted.Or(Task(followers))),
        (_, "other") => Recipients.BuildOthers(OneOf(Address, AddressInBrackets, Field)),
        (_, "written") => Recipients.BuildWritten(OneOf(Address, AddressInBrackets)),
        (_, "list") => Lists.Of(Quoted, Short(followers), "or"),
        (InputKind.List, _) => Lists.Of(Quoted, Short(followers), "and", mayBeOne: true),
        (InputKind.Address or InputKind.Addresses, _) => Recipients.Build(OneOf(Address, AddressInBrackets, Field, AddressIn(Quoted))),
        (InputKind.Duration, _) => One(Duration),
        // "For 30 minutes" is how long.
        (InputKind.Time, _) when slot.Name == "start" => One(OneOf(Moment.When((_, moment) => Durations.Length(moment.Text) != moment.Text.Length), Field, references)),
        (InputKind.Time, _) => One(OneOf(Moment, Field, references)),
        (InputKind.Name, "capital") => One(Capitals.When((_, name) => !Boxes.Contains(name.Text) && !IsState(name))),
        (InputKind.Name, "new") => One(Quoted.Or(NameOf(followers).When((_, value) => !Markings.Contains(value.Text.Split(' ')[0]) && !value.Text.Equals("important", StringComparison.OrdinalIgnoreCase)))),
        (InputKind.Name, _) => One(Quoted.Or(NameOf(followers).When(static (_, name) => !IsState(name)))),
        _ when slot.Name is "summary" or RecordSlots.Title => One(OneOf(Quoted, references, Title(followers))),
        _ => One(OneOf(Quoted, references, Long(followers))),
    };

    /// <summary>A value that a field is compared with, or several joined by "or".</summary>
    public static Parser<IReadOnlyList<SlotValue>> OfField(ItemField field, PhraseNode.Slot slot, IReadOnlySet<string> followers) => OfFields([field], slot, followers);

    /// <summary>The same for one of several fields of a kind.</summary>
    public static Parser<IReadOnlyList<SlotValue>> OfFields(IReadOnlyList<ItemField> fields, PhraseNode.Slot slot, IReadOnlySet<string> followers) => slot.Kind switch
    {
        "quoted" => Alternatives(Quoted, Quoted),
        "both" => AllOf(Quoted),
        "except" => Quoted.And(ZeroOrOne(PhraseCompiler.Word(",")).SkipAnd(PhraseCompiler.Word("but not").Or(PhraseCompiler.Word("and not")).Or(PhraseCompiler.Word("but without")).Or(PhraseCompiler.Word("without"))).SkipAnd(Quoted)).Then<IReadOnlyList<SlotValue>>(two => [two.Item1, two.Item2]),
        "name" => One(Capitals),
        "names" => Alternatives(Capitals, Capitals),
        "place" => Alternatives(Place, Place),
        "mark" => One(Mark.Or(Quoted)),
        "file" => Alternatives(FileEnding, FileEnding),
        "word" => One(SingleWord),
        "role" => One(People.Role(AddressOrDomain)),
        "bracketed" => One(Terms.Char('(').SkipAnd(Address).AndSkip(Terms.Char(')')).Or(AddressInBrackets)),
        "ending" => Alternatives(Ending, Ending),
        "me" => One(Me),
        "known" => One(KnownValues.Build(fields)),
        "level" => One(Level),
        "certain" => One(Quoted.Or(KnownValues.Build(fields))),

        // "Proposal or Verbal Yes": what stands beside a known value is another.
        "led" => Quoted.Or(KnownValues.Build(fields)).And(ZeroOrMany(PhraseCompiler.Word("or").SkipAnd(Exact(fields)))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]),
        "knowns" => Alternatives(KnownValues.Build(fields), KnownValues.Build(fields)),
        "meaning" => One(Judged(followers)),
        "address" => Alternatives(AddressOrDomain, AddressOrDomain, areSenders: true),
        "each" => Each(People.Build(AddressOrDomain, AddressInBrackets, Quoted)),
        _ when fields[0] is { IsAddress: true, IsList: false } => BothOf(AddressOrDomain).Or(Listed(AddressOrDomain)).Or(Alternatives(People.Build(AddressOrDomain, AddressInBrackets, Quoted), AddressOrDomain.Or(Quoted), areSenders: true)),
        _ when fields[0].IsAddress => Listed(AddressOrDomain).Or(Alternatives(People.Build(AddressOrDomain, AddressInBrackets, Quoted, areSenders: false), AddressOrDomain.Or(Quoted), areSenders: true)),
        _ when fields[0].Kind == FieldKind.Number => One(Scan.Term(Amounts.Length).Then(Bare)),
        _ when fields[0].Kind == FieldKind.Time => One(Day),
        _ when fields[0].Kind == FieldKind.Weekday => Alternatives(KnownValues.Build(fields), KnownValues.Build(fields)),
        _ when fields[0].Kind == FieldKind.TimeOfDay => One(Clock),
        "state" => Alternatives(Exact(fields), Exact(fields)),
        "exact" => Alternatives(Exact(fields), Exact(fields)),
        _ when fields.Any(field => field.Values.Count > 0) => Alternatives(OneOf(Quoted, KnownAlone(fields), Compared(Verbs.Union(Further).Union(followers).ToFrozenSet(StringComparer.OrdinalIgnoreCase), areNames: fields[0].ElementsAreNames)), Quoted),
        _ => Alternatives(Quoted.Or(Compared(Verbs.Union(Further).Union(followers).ToFrozenSet(StringComparer.OrdinalIgnoreCase))), Quoted),
    };

    /// <summary>A known value, which ends where it ends: "priority high becomes escalated". Before a capital it may be the beginning of a name: "High Touch".</summary>
    private static Parser<SlotValue> KnownAlone(IReadOnlyList<ItemField> fields) => KnownValues.Build(fields).When((context, _) =>
    {
        var rest = context.Scanner.Buffer.AsSpan(context.Scanner.Cursor.Offset).TrimStart(' ');
        return People.NameLength(rest) == 0;
    });

    /// <summary>What cannot be mistaken for a description: in quotes, known, an address, or a name where names are.</summary>
    public static Parser<SlotValue> Exact(IReadOnlyList<ItemField> fields) =>
        fields[0].IsState || fields[0].IsPicklist ? OneOf(Quoted, KnownValues.Build(fields), Heading, Capitals)
        : fields[0].HasOwnValues ? OneOf(Quoted, KnownValues.Build(fields), Address, Heading, Capitals) : Quoted.Or(Address);

    /// <summary>Whose something is to be: a name or an address, and no description.</summary>
    public static Parser<SlotValue> Owner { get; } = OneOf(Quoted, Address, Me, Capitals);

    /// <summary>What is to be written, in words that are no text themselves.</summary>
    public static Parser<IReadOnlyList<SlotValue>> Described(IReadOnlySet<string> followers) =>
        One(new FreeText((text, goesOn) =>
        {
            var whole = text.ToString();
            return UnquotedText.Length(text, followers, MaxWordsOfText, mayDescribe: true, goesOn, offset => Joins(whole, offset, goesOn, mayBeName: true));
        }));

    /// <summary>A whole sentence in which somebody does something: "a parent says their kid is ill".</summary>
    public static Parser<SlotValue> Doing(IReadOnlySet<string> nouns) => new FreeText((text, goesOn) => DoingText.Length(text, nouns, goesOn));

    public static Parser<SlotValue> Lead { get; } = Duration;

    public static Parser<SlotValue> InQuotes => Quoted;

    /// <summary>Who somebody is whose address comes later: "the parish office".</summary>
    public static Parser<SlotValue> Whom(IReadOnlySet<string> followers) => Scan.Term(text => People.DescribedLength(text, followers)).Then(Bare);

    /// <summary>Words that begin with a capital.</summary>
    public static Parser<SlotValue> Name => Capitals;

    /// <summary>A field as templates spell it.</summary>
    public static Parser<SlotValue> Tag => Field;

    public static Parser<SlotValue> Time { get; } = Moment.Or(Field);

    public static Parser<SlotValue> Amount { get; } = Scan.Term(Amounts.Length).Then(Bare);

    public static Parser<SlotValue> Url { get; } = Scan.Term(UrlLength).Then(Bare);

    public static Parser<SlotValue> Text(IReadOnlySet<string> followers) => Quoted.Or(Short(followers));

    public static Parser<IReadOnlyList<SlotValue>> One(Parser<SlotValue> value) => value.Then<IReadOnlyList<SlotValue>>(one => [one]);

    /// <summary>"my agencies (a.example, b.example)", "any of these: a@x.example, b@x.example": addresses that a list gives, whoever they are.</summary>
    private static Parser<IReadOnlyList<SlotValue>> Listed(Parser<SlotValue> address)
    {
        var or = PhraseCompiler.Word("or");
        var more = OneOrMany(PhraseCompiler.Word(",").SkipAnd(ZeroOrOne(or)).Or(or).SkipAnd(People.Anyone()).SkipAnd(address));
        var bracketed = People.Group().SkipAnd(Terms.Char('(')).SkipAnd(address).And(more).AndSkip(Terms.Char(')'));
        var plain = ZeroOrOne(People.These()).SkipAnd(address).And(more);
        return bracketed.Or(plain).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]);
    }

    /// <summary>"emails from a@x.example and b@x.example": each has one sender, so that either is meant. Of "an email" nobody can tell.</summary>
    private static Parser<IReadOnlyList<SlotValue>> BothOf(Parser<SlotValue> address)
    {
        var first = address.When((context, _) => context.Scanner.Buffer[..context.Scanner.Cursor.Offset].Split(' ').TakeLast(WordsToNoun).Any(Several.Contains));
        var and = ZeroOrOne(PhraseCompiler.Word(",")).SkipAnd(PhraseCompiler.Word("and").Or(PhraseCompiler.Word("&")));
        return first.And(ZeroOrMany(PhraseCompiler.Word(",").SkipAnd(address))).And(and.SkipAnd(address)).Then<IReadOnlyList<SlotValue>>(all => [all.Item1, .. all.Item2, all.Item3]);
    }

    /// <summary>Several values that must all be there: ""a", "b" and "c"".</summary>
    private static Parser<IReadOnlyList<SlotValue>> AllOf(Parser<SlotValue> value)
    {
        var comma = PhraseCompiler.Word(",");
        var and = ZeroOrOne(comma).SkipAnd(PhraseCompiler.Word("and").Or(PhraseCompiler.Word("&")).Or(PhraseCompiler.Word("plus"))).AndSkip(ZeroOrOne(PhraseCompiler.Word("also"))).AndSkip(ZeroOrOne(PhraseCompiler.Word("the word")));
        return value.And(ZeroOrMany(comma.SkipAnd(value))).And(and.SkipAnd(value)).Then<IReadOnlyList<SlotValue>>(all => [all.Item1, .. all.Item2, all.Item3]);
    }

    /// <summary>Several values that are all excluded: "a, b and c".</summary>
    private static Parser<IReadOnlyList<SlotValue>> Each(Parser<SlotValue> value)
    {
        var joint = ZeroOrOne(PhraseCompiler.Word(",")).SkipAnd(PhraseCompiler.Word("and").Or(PhraseCompiler.Word("or")).Or(PhraseCompiler.Word("nor"))).Or(PhraseCompiler.Word(",")).SkipAnd(ZeroOrOne(PhraseCompiler.Word("from")));
        return value.And(ZeroOrMany(joint.SkipAnd(value))).Then<IReadOnlyList<SlotValue>>(pair => [pair.Item1, .. pair.Item2]);
    }

    /// <param name="value">The first, and what "or" leads to.</param>
    /// <param name="certain">What a comma alone may lead to: surely a value, and only if an "or" comes in the end.</param>
    /// <param name="areSenders">Whether "from" may stand before each of them.</param>
    private static Parser<IReadOnlyList<SlotValue>> Alternatives(Parser<SlotValue> value, Parser<SlotValue> certain, bool areSenders = false)
    {
        var comma = PhraseCompiler.Word(",");
        var or = ZeroOrOne(comma).SkipAnd(PhraseCompiler.Word("or"));
        var again = or.AndSkip(ZeroOrOne(PhraseCompiler.Word("the words").Or(PhraseCompiler.Word("the word")).Or(PhraseCompiler.Word("the phrase"))));
        var others = areSenders ? again.SkipAnd(ZeroOrOne(PhraseCompiler.Word("from"))).SkipAnd(value) : again.SkipAnd(value);
        var tail = Always(true).When(static (context, _) => MayEndInOr(context.Scanner.Cursor.Span)).SkipAnd(ZeroOrMany(comma.SkipAnd(certain))).And(OneOrMany(others)).Then<IReadOnlyList<SlotValue>>(pair => [.. pair.Item1, .. pair.Item2]);
        var either = PhraseCompiler.Word("either").SkipAnd(value).And(tail);
        return either.Or(value.And(ZeroOrOne(tail))).Then<IReadOnlyList<SlotValue>>(pair => pair.Item2 is { } more ? [pair.Item1, .. more] : [pair.Item1]);
    }

    /// <summary>Whether an "or" can still end the list. A list that is too long for a condition is not looked through.</summary>
    private static bool MayEndInOr(ReadOnlySpan<char> text) => text.IndexOf("or", StringComparison.OrdinalIgnoreCase) is >= 0 and var or && text[..or].Count(',') <= ProgramLimits.MaxComparisons;

    private static FreeText Compared(FrozenSet<string> followers, bool areNames = false) =>
        new((text, goesOn) =>
        {
            var whole = text.ToString();
            if (areNames && NoNames.Contains(whole[..PromptWord.Length(whole)]))
            {
                return 0;
            }

            var length = ConditionText.Length(
                text,
                followers,
                MaxWordsOfCondition,
                offset => goesOn(offset)
                    || (offset > 0 && (SaysMoreAt(whole.AsSpan(offset)) || (areNames && EndsName(whole.AsSpan(offset))) || PlaceWords.BeginAt(whole.AsSpan(offset)) || Happenings.BeginAt(whole.AsSpan(offset)) || WhenWords.Length(whole.AsSpan(offset), [], isPlain: false) > 0)));

            // "At the end of each event" is no place, and "a company size over 500" no company.
            return whole[..length].Split(' ') is var words && (words.Contains("each") || words.Contains("every") || (words.Any(Amounts.Compare) && words.Any(word => word.Any(char.IsDigit)))) ? 0 : length;
        }, mayBeName: true);

    /// <summary>"from Ana", "without a location", "with a client": another condition, and no words of a value.</summary>
    private static bool SaysMoreAt(ReadOnlySpan<char> text)
    {
        var word = text[..PromptWord.Length(text)];
        var rest = text[word.Length..].TrimStart();
        return PromptWord.Match(text, "without") > 0
            || (word is "as" && rest[..PromptWord.Length(rest)] is "soon" or "it" or "they")
            || (Participles.Contains(word.ToString()) && LeadingOn.Contains(rest[..PromptWord.Length(rest)].ToString()))
            || (PromptWord.Match(text, "with") > 0 && rest[..PromptWord.Length(rest)] is "a" or "an" or "no" or "high" or "low" or "medium" or "priority" or "status" or "type")
            || (PromptWord.Match(text, "from") > 0 && (People.NameLength(rest) > 0 || rest[..PromptWord.Length(rest)] is "anyone" or "anybody" or "someone" or "somebody" or "everyone" or "everybody"));
    }

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

    private static bool EndsClause(ReadOnlySpan<char> text) =>
        text.TrimStart(' ') is var rest && (rest is [] or [',' or '.' or ':' or ';' or '\n' or '→', ..] || rest[..PromptWord.Length(rest)] is "and" or "then" || rest.StartsWith("->", StringComparison.Ordinal) || rest.StartsWith("=>", StringComparison.Ordinal));

    /// <summary>"40 minutes before …"</summary>
    private static bool LeadsAt(ReadOnlySpan<char> text) =>
        Durations.Length(text) is > 0 and var length && text[length..].TrimStart() is var rest && rest[..PromptWord.Length(rest)] is "before" or "ahead" or "prior" or "after";

    private static int WordLength(ReadOnlySpan<char> text) => PromptWord.Length(text) is > 0 and var word && EndsClause(text[word..]) && !NoMeanings.Contains(text[..word].ToString()) ? word : 0;

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
