using System.Collections.Frozen;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Who: an address, a domain, or a name that is quoted or written with capitals.</summary>
internal static class People
{
    private const int MaxWordsOfName = 3;

    private const string Lead =
        "[(a client|clients|a customer|customers|a colleague|colleagues|employees|an employee|staff|contacts|a contact|the team|a partner|partners|a supplier|suppliers|a vendor|vendors|students) (at|with|of)] [(anyone|anybody|someone|somebody|people|everyone|everybody|all addresses|any address|an address|addresses|senders|a sender|the address|the sender|any of these|one of these|any of the following|one of the following|either|really anyone) [at|from|in|with|on|ending in] [:]] [the domain|domain|the|an|a|any|every|all]";

    /// <summary>Words that people begin with a capital and that name nobody.</summary>
    private static readonly FrozenSet<string> NoNames = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "i", "we", "you", "he", "she", "it", "they", "a", "an", "the", "my", "our", "any", "every", "each", "all", "some", "someone", "somebody", "anyone", "anybody", "everyone",
        "nobody", "google", "gmail", "salesforce", "calendar", "inbox", "crm", "this", "that", "these", "those", "when", "if", "then", "and", "or", "not", "no", "me", "him", "her", "them", "new",
        "for", "from", "to", "with", "without", "about", "after", "before", "by", "in", "on", "at", "of", "off", "as", "into", "per", "via", "regarding", "once", "whenever", "where", "while", "until", "unless", "except", "during",
        "since", "because", "but", "so", "than", "please", "who", "what", "which", "whose", "only", "just", "also", "both", "either", "neither", "many", "more", "most", "other", "such", "here", "there", "your", "his", "their",
        "incoming", "inbound", "received", "unread", "important", "urgent", "starred", "daily", "weekly", "monthly", "automatically", "immediately", "always", "yes",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "tonight", "morning", "afternoon", "evening", "noon", "midday", "midnight", "night", "future", "past");

    /// <summary>Words that end a name even if they begin with a capital.</summary>
    private static readonly FrozenSet<string> Breaks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "or", "and", "for", "from", "to", "is", "today", "tomorrow", "tonight", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "calendar");

    /// <summary>Abbreviations at the end of an organisation's name: "Pinecrest HOA".</summary>
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.Create(
        StringComparer.Ordinal, "LLC", "INC", "LTD", "LLP", "PLC", "AG", "SA", "BV", "AB", "NV", "SE", "KG", "HOA", "PTA", "PTO", "USA", "UK", "EU", "PR", "VC", "TV", "FC", "MD", "CPA", "NHS", "NGO", "HQ", "CEO", "CFO", "CTO");

    /// <summary>Words between "my" and an address: "my boss anna@example.com", "my daughter's school (office@example.com)".</summary>
    private const int MaxWordsOfRole = 5;

    /// <summary>Words of "a new candidate at".</summary>
    private const int MaxWordsOfEmployee = 4;

    /// <summary>Words behind "my" and before a name.</summary>
    private const int MaxWordsOfRelation = 3;

    private static readonly string[] Titles = ["Mr. ", "Mr ", "Mrs. ", "Mrs ", "Ms. ", "Ms ", "Dr. ", "Dr ", "Prof. ", "Prof ", "Rev. "];

    /// <summary>Words that lead away from who somebody is.</summary>
    private static readonly FrozenSet<string> NoRoles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "to", "from", "with", "and", "or", "by", "at", "in", "on", "that", "which", "is", "are", "when", "if", "then", "subject", "body", "email", "emails", "not", "except", "unless", "label", "as", "it", "send", "forward", "notify",
        "arrives", "arrive", "arriving", "comes", "come", "coming", "lands", "land", "landing", "writes", "write", "gets", "hits", "reaches", "goes", "was", "were", "been");

    /// <summary>Characters before a list in brackets.</summary>
    private const int MaxLengthOfGroup = 60;

    private const string Tail = "[addresses|address|email addresses|email address|domain|accounts|account|people|folks|colleagues|staff|employees]";

    /// <param name="addressOrDomain">An address, or a domain.</param>
    /// <param name="addressInBrackets">An address in brackets.</param>
    /// <param name="quoted">A quoted text.</param>
    /// <param name="areSenders">Whether services that send mail are meant by their names alone: "to salesforce" is where something goes.</param>
    public static Parser<SlotValue> Build(Parser<SlotValue> addressOrDomain, Parser<SlotValue> addressInBrackets, Parser<SlotValue> quoted, bool areSenders = true)
    {
        var name = (areSenders ? Scan.Term(NameLength).Or(Scan.Term(KnownSenders.Length)) : Scan.Term(NameLength)).Then(span => SlotValue.Literal(PromptWord.WithoutPossessive(span.Span)));
        var article = PhraseCompiler.OfWords.Compile(PhraseNotation.Parse("[the|the company|the shop|the app]"));
        var placed = PhraseCompiler.OfWords.Compile(PhraseNotation.Parse(Lead)).SkipAnd(addressOrDomain).AndSkip(PhraseCompiler.OfWords.Compile(PhraseNotation.Parse(Tail)));
        var employed = Scan.Term(EmployedLength).SkipAnd(addressOrDomain);
        return OneOf(placed, employed, addressInBrackets, quoted, PhraseCompiler.OfWords.Compile(PhraseNotation.Parse("(my|our)")).SkipAnd(quoted), Role(addressOrDomain), article.SkipAnd(ZeroOrOne(Scan.Term(TitleLength))).SkipAnd(name), Scan.Term(RelationLength).SkipAnd(name));
    }

    /// <summary>Somebody whose address stands right behind the words for who it is; the address is what counts.</summary>
    public static Parser<SlotValue> Role(Parser<SlotValue> address)
    {
        var role = Scan.Term(RoleLength);
        return role.SkipAnd(ZeroOrOne(Terms.Char('(').Or(Terms.Char(',')).Or(Terms.Char('<')))).SkipAnd(address).AndSkip(ZeroOrOne(Terms.Char(')').Or(Terms.Char('>'))));
    }

    /// <summary>"any of these:".</summary>
    public static Parser<Captures> These() => PhraseCompiler.OfWords.Compile(PhraseNotation.Parse("(any of these|one of these|any of the following|one of the following|either) [addresses|people|senders|domains] [:]"));

    /// <summary>"really anyone at", or nothing.</summary>
    public static Parser<Captures> Anyone() => PhraseCompiler.OfWords.Compile(PhraseNotation.Parse("[[really] (anyone|anybody|someone|everyone) [else] (at|from)]"));

    /// <summary>"one of my agencies", before a list in brackets.</summary>
    public static Parser<Parlot.TextSpan> Group() => Scan.Term(GroupLength);

    private static int GroupLength(ReadOnlySpan<char> text)
    {
        var open = text[..Math.Min(text.Length, MaxLengthOfGroup)].IndexOf('(');
        return open > 1 && text[..open].ContainsAnyExcept(PlainWords) is false && text[..open].Count(' ') <= MaxWordsOfRole && AddressText.Length(text[(open + 1)..].TrimStart(), domains: true) > 0 ? open : 0;
    }

    /// <summary>"a candidate at", "the team at", before an address or a domain, which is what counts; 0 if there is none.</summary>
    private static int EmployedLength(ReadOnlySpan<char> text)
    {
        if (text[..PromptWord.Length(text)] is not ("a" or "an" or "any" or "the" or "our" or "my" or "some"))
        {
            return 0;
        }

        var position = 0;
        for (var words = 0; words <= MaxWordsOfEmployee; words++)
        {
            var length = PromptWord.Length(text[position..]);
            var word = text.Slice(position, length);
            if (length == 0 || text[(position + length)..] is not [' ', ..])
            {
                return 0;
            }

            position += length + 1;
            if (words > 1 && word is "at" or "of")
            {
                return AddressText.Length(text[position..], domains: true) > 0 ? position : 0;
            }

            if (NoRoles.Contains(word.ToString()))
            {
                return 0;
            }
        }

        return 0;
    }

    private static readonly System.Buffers.SearchValues<char> PlainWords = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ '-’");

    /// <summary>The length of "my boss" or "Anna Bell" where an address follows; 0 if none does.</summary>
    private static int RoleLength(ReadOnlySpan<char> text)
    {
        var first = PromptWord.Length(text);
        if (first == 0)
        {
            return 0;
        }

        // "mrs dalgaard (k.dalgaard@example.com)": written small, only brackets show that the address is hers.
        var isSmall = !(text[..first] is "my" or "our" or "the" or "My" or "Our" || char.IsUpper(text[0]));

        // "a specific sender, ana@example.com"
        var isNamed = text[..first] is "a" && PromptWord.Match(text[first..].TrimStart(), "specific") + PromptWord.Match(text[first..].TrimStart(), "certain") + PromptWord.Match(text[first..].TrimStart(), "particular") > 0;
        var isOwn = isNamed || text[..first] is "my" or "our" or "My" or "Our";
        var position = 0;
        for (var words = 0; words < MaxWordsOfRole; words++)
        {
            var length = PromptWord.Length(text[position..]);
            if (length == 0 || text[(position + length)..] is not [' ' or ',', ..])
            {
                return 0;
            }

            if (words > 0 && !isSmall && text.Slice(position, length) is "at" or "on" && AddressText.Length(text[(position + length)..].TrimStart(), domains: false) > 0)
            {
                // "my husband at ana@example.com"
                return position + length;
            }

            if (NoRoles.Contains(text.Slice(position, length).ToString()))
            {
                return words > 0 && !isSmall && text.Slice(position, length) is "from" or "at" or "of" or "in" ? GroupLength(text) : 0;
            }

            position += length;
            var rest = text[position..].TrimStart(" ,(<");
            var isBracketed = text[position..].TrimStart() is ['(' or '<', ..];
            if ((isBracketed || !isSmall || isNamed) && AddressText.Length(rest, domains: isBracketed || isOwn) > 0)
            {
                return position;
            }

            position += text[position..].Length - text[position..].TrimStart().Length;
        }

        return 0;
    }

    /// <summary>"my grandson", "our supplier", "my landlord Mr.", with a name behind it, which is what counts; 0 if there is none.</summary>
    private static int RelationLength(ReadOnlySpan<char> text)
    {
        if (text[..PromptWord.Length(text)] is not ("my" or "our" or "My" or "Our"))
        {
            return 0;
        }

        var position = 0;
        for (var words = 0; words <= MaxWordsOfRelation; words++)
        {
            var length = PromptWord.Length(text[position..]);
            if (length == 0 || (words > 0 && NoRoles.Contains(text.Slice(position, length).ToString())) || text[(position + length)..] is not ([' ', ..] or [',', ' ', ..]))
            {
                return 0;
            }

            position += length + 1;

            // "my lawyer, Ms. Dale"
            position += words > 0 && text[position - 1] == ',' ? 1 : 0;
            var title = TitleLength(text[position..]);
            if (words > 0 && NameLength(text[(position + title)..]) > 0)
            {
                return position + title;
            }
        }

        return 0;
    }

    /// <summary>The length of "the parish office", "Jo Hill", up to one of the words that may follow; 0 if none does.</summary>
    public static int DescribedLength(ReadOnlySpan<char> text, IReadOnlySet<string> followers)
    {
        var position = 0;
        for (var words = 0; words <= MaxWordsOfRole; words++)
        {
            var length = PromptWord.Length(text[position..]);
            var word = text.Slice(position, length).ToString();
            if (words > 0 && followers.Contains(word))
            {
                return position - 1;
            }

            if (length == 0 || NoRoles.Contains(word) || text[(position + length)..] is not [' ', ..])
            {
                return 0;
            }

            position += length + 1;
        }

        return 0;
    }

    private static int TitleLength(ReadOnlySpan<char> text)
    {
        foreach (var title in Titles)
        {
            if (text.StartsWith(title, StringComparison.OrdinalIgnoreCase))
            {
                return title.Length;
            }
        }

        return 0;
    }

    /// <summary>The length of a heading that <see cref="NameLength"/> does not read whole: "Waiting on Customer", "New Business"; 0 if there is none.</summary>
    public static int HeadingLength(ReadOnlySpan<char> text)
    {
        if (PromptWord.Match(text, "new") is > 0 and var lead && text.StartsWith("New ", StringComparison.Ordinal))
        {
            return NameLength(text[(lead + 1)..]) is > 0 and var rest ? lead + 1 + rest : 0;
        }

        var first = NameLength(text);
        foreach (var joint in (ReadOnlySpan<string>)[" on ", " of "])
        {
            if (first > 0 && text[first..].StartsWith(joint, StringComparison.Ordinal) && text[(first + joint.Length)..] is var behind && !TitleEnds.SaysWhenAt(text[(first + 1)..]) && NameLength(behind) is > 0 and var more)
            {
                return first + joint.Length + more;
            }
        }

        return 0;
    }

    /// <summary>Up to three words that begin with a capital: the only names that cannot be mistaken for the rest of the sentence.</summary>
    public static int NameLength(ReadOnlySpan<char> text)
    {
        if (NoNames.Contains(text[..PromptWord.Length(text)].ToString()))
        {
            return 0;
        }

        var (end, position) = (0, 0);
        for (var words = 0; words < MaxWordsOfName && position < text.Length && (char.IsUpper(text[position]) || (words > 0 && char.IsAsciiDigit(text[position]))); words++)
        {
            var length = PromptWord.Length(text[position..]);
            if (words > 0 && Breaks.Contains(text.Slice(position, length).ToString()))
            {
                break;
            }

            if (length > 1 && IsShouted(text.Slice(position, length)) && text[..position].IsEmpty is false && !Abbreviations.Contains(text.Slice(position, length).ToString()))
            {
                break;
            }

            end = position + length;
            if (end >= text.Length || text[end] != ' ')
            {
                break;
            }

            position = end + 1;
        }

        return end;
    }

    /// <summary>In capitals throughout: in a prompt that shouts, capitals tell nothing. A number is not shouted: "Room 12".</summary>
    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        var hasCapital = false;
        foreach (var character in word)
        {
            if (char.IsLower(character))
            {
                return false;
            }

            hasCapital |= char.IsUpper(character);
        }

        return hasCapital;
    }
}
