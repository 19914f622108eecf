using System.Buffers;
using System.Collections.Frozen;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <content>Words for what is to be judged.</content>
internal static partial class ValueParsers
{
    private static readonly SearchValues<char> StatementEnds = SearchValues.Create(",;:.!?→\n");

    private static readonly SearchValues<char> NoStatement = SearchValues.Create("0123456789@\"“”«»{}<>=/");

    /// <summary>Where words about a meaning end: what follows may be a condition of its own, and must then be one.</summary>
    private static readonly string[] AfterMeanings = ["with", "without", "that", "which", "whose", "arrives", "arrive", "comes", "come", "lands", "starts", "ends", "closes", "begins", "finishes", "unless", "except", "isn't", "aren't", "wasn't"];

    private static readonly string[] Denials = [" is not ", " are not ", " was not ", " is never ", " are never ", " has no ", " have no ", " has a ", " has an ", " have a ", " have an "];

    /// <summary>Where a text stands that is compared.</summary>
    private static readonly string[] PartNames = [" in the subject", " in the title", " in its subject", " in its title", " in the subject line", " in the body", " in the description"];

    /// <summary>What says that something happens to a text, or compares it, rather than what it is like.</summary>
    private static readonly FrozenSet<string> NoMeanings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "deleted", "cleared", "emptied", "erased", "extended", "shortened", "postponed", "delayed", "changed", "updated", "edited", "set", "added", "removed", "modified", "raised", "lowered", "moved", "different", "equal", "empty", "blank", "missing", "known", "unknown", "not", "the", "in", "on", "at", "from", "to", "of", "exactly", "same");

    /// <summary>What something is about: any words up to what could be another part of the sentence; "about to close" is about nothing.</summary>
    /// <param name="followers">Words that end it.</param>
    /// <param name="isInfinitive">Whether "to" stands before it, so that its first word is no instruction: "asks me to schedule a call".</param>
    /// <param name="endsAtPeople">Whether somebody's address or name may end it. "Confirms a booking from ana@…" may be whose booking, or whose email.</param>
    public static Parser<SlotValue> Meaning(IReadOnlySet<string> followers, bool isInfinitive = false, bool endsAtPeople = true)
    {
        var enders = AfterMeanings.Union(followers).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return Quoted.Or(new FreeText((text, goesOn) =>
        {
            // "wants a refund? label it": what is asked ends with its mark.
            text = text.IndexOf("? ", StringComparison.Ordinal) is > 0 and var mark ? text[..mark] : text;
            var whole = text.ToString();
            var length = UnquotedText.Length(
                text,
                enders,
                MaxWordsOfCondition,
                mayDescribe: true,
                offset => (goesOn(offset) && !(isInfinitive && offset == 0)) || NamesSomebody(whole.AsSpan(offset)) || (offset == 0 && PromptWord.Match(whole, "to") > 0) || (offset > 0 && Happenings.BeginAt(whole.AsSpan(offset))),
                offset => Joins(whole, offset, goesOn));
            if (length > 0 && Array.Exists(PartNames, part => whole.AsSpan(0, length).Contains(part, StringComparison.OrdinalIgnoreCase)))
            {
                // "mentions a visa in the subject" compares a text.
                return 0;
            }

            if (Array.Exists(Denials, denial => whole.AsSpan(0, length).Contains(denial, StringComparison.OrdinalIgnoreCase)))
            {
                // "About a sale is not for me": what is not so is another condition.
                return 0;
            }

            var behind = whole.AsSpan(length).TrimStart(' ');
            return Happenings.MayEnd(text[..length]) || IsCutOff(text[..length]) || GoesOnAsClause(behind) || (NamesSomebody(behind) && (!endsAtPeople || isInfinitive || SaysWhoDid(text[..length]))) ? 0 : length;
        }));
    }

    /// <summary>"An invoice <c>I forwarded</c> to Bob": to whom that was, and not the email.</summary>
    private static bool SaysWhoDid(ReadOnlySpan<char> text) => text.Contains(" I ", StringComparison.OrdinalIgnoreCase) || text.Contains(" we ", StringComparison.OrdinalIgnoreCase) || text.Contains(" they ", StringComparison.OrdinalIgnoreCase);

    /// <summary>"The invoice <c>must be deleted</c>", without a mark before it: what is said goes on, and nothing is told to be done.</summary>
    private static bool GoesOnAsClause(ReadOnlySpan<char> behind) => ModalVerbs.Contain(behind[..PromptWord.Length(behind)].ToString()) || PromptWord.Match(behind, "to be") > 0;

    /// <summary>All that somebody says, up to the mark that ends it: an instruction inside of it is his, and not the user's.</summary>
    public static Parser<SlotValue> Statement() => new FreeText(StatementLength);

    private static int StatementLength(ReadOnlySpan<char> text, Func<int, bool> goesOn)
    {
        var end = text.IndexOfAny(StatementEnds);
        var length = (end < 0 ? text : text[..end]).TrimEnd().Length;
        if (text[..length].ContainsAny(NoStatement) || text[..length].Count(' ') >= MaxWordsOfCondition || IsCutOff(text[..length]))
        {
            return 0;
        }

        var previous = "";
        for (var position = 0; position < length; position++)
        {
            var word = text.Slice(position, PromptWord.Length(text[position..])).ToString();
            if (word.Length == 0)
            {
                continue;
            }

            // "… or a case is created", "… but not on weekends", "… star it": what follows may be more than what is said.
            if (Joints.Contains(word) || DoingText.Excluded.Contains(word) || (position > 0 && !Leading.Contains(previous) && !ModalVerbs.Contain(word) && goesOn(position)))
            {
                return 0;
            }

            (previous, position) = (word, position + word.Length);
        }

        return length;
    }

    private static readonly FrozenSet<string> Joints = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "and", "or", "but", "then", "also", "otherwise", "so", "because", "though", "although", "spam", "junk");

    /// <summary>Whether a text ends in a word that something must follow: "replies to a thread with".</summary>
    public static bool IsCutOff(ReadOnlySpan<char> text) => Leading.Contains(text[(text.LastIndexOf(' ') + 1)..].ToString());

    private static readonly FrozenSet<string> Leading = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "with", "from", "to", "for", "of", "by", "at", "into", "the", "a", "an", "my", "their", "and", "or",
        "is", "are", "was", "were", "be", "been", "not", "never", "did", "does", "do", "came", "has", "have", "had", "should", "must", "can", "could", "will", "would", "may", "might", "shall", "that", "which", "who", "about", "regarding", "concerning", "against", "than", "getting", "being", "i", "we", "he", "she", "they", "someone", "somebody");

    /// <summary>What somebody does in it, or is asked: "I'm asked a question".</summary>
    public static Parser<SlotValue> Clause(IReadOnlySet<string> followers)
    {
        var enders = AfterMeanings.Union(followers).Union(["should", "must", "shall"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return new FreeText((text, goesOn) =>
        {
            var length = Persons.Contains(text[..PromptWord.Length(text)].ToString()) || IsRole(text) ? UnquotedText.Length(text, enders, MaxWordsOfCondition, mayDescribe: true, goesOn) : 0;
            return text[..length].ToString().Split(' ').Any(DoingText.Excluded.Contains) ? 0 : length;
        });
    }

    /// <summary>What is in it, behind its article: "an invitation to speak"; what is no part of a text is something else.</summary>
    public static Parser<SlotValue> Thing(IReadOnlySet<string> followers)
    {
        var enders = AfterMeanings.Union(followers).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return new FreeText((text, goesOn) =>
        {
            var whole = text.ToString();
            var length = char.IsLower(text is [var first, ..] ? first : ' ') ? UnquotedText.Length(text, enders, MaxWordsOfCondition, mayDescribe: true, offset => goesOn(offset) || Happenings.BeginAt(whole.AsSpan(offset))) : 0;
            return text[..length].ToString().Split(' ') is var words && (words.Any(DoingText.Excluded.Contains) || Quotables.Contains(words[0]) || words.Any(word => FileEndings.Contains(word, StringComparer.OrdinalIgnoreCase))) ? 0 : length;
        });
    }

    /// <summary>What is quoted, and not judged.</summary>
    private static readonly FrozenSet<string> Quotables = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "word", "words", "phrase", "text", "string", "keyword", "term", "name", "file", "image", "picture", "photo", "value", "number", "space", "title", "location", "description", "guest", "attendee", "address", "date", "specific", "certain", "particular");

    /// <summary>"refunds or returns": what follows "or" is another word for what is meant, unless it could be a condition or an instruction.</summary>
    private static bool Joins(string text, int offset, Func<int, bool> goesOn, bool mayBeName = false)
    {
        var word = PromptWord.Length(text.AsSpan(offset));
        if (text.AsSpan(offset, word) is not ("or" or "and") || offset + word + 1 >= text.Length || text[offset + word] != ' ')
        {
            return false;
        }

        var next = offset + word + 1;
        var rest = text.AsSpan(next);
        return (mayBeName || char.IsLower(rest[0])) && !Instructing.Contains(rest[..PromptWord.Length(rest)].ToString()) && !NotJoined.Contains(rest[..PromptWord.Length(rest)].ToString()) && AddressText.Length(rest, domains: true) == 0 && !goesOn(next);
    }

    /// <summary>Words that begin an instruction, even if the rest of it is not understood: "… and label the rest".</summary>
    private static readonly FrozenSet<string> Instructing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "label", "tag", "star", "archive", "delete", "trash", "forward", "reply", "send", "notify", "move", "mark", "create", "add", "put", "tell", "remove", "draft", "assign", "set");

    /// <summary>"the customer", "a journalist wants", who need not be named where only what they do is judged.</summary>
    private static bool IsRole(ReadOnlySpan<char> text)
    {
        var noun = text[..PromptWord.Length(text)] is "the" or "a" or "an" ? text[PromptWord.Length(text)..].TrimStart() : text;
        if (noun.Length == text.Length)
        {
            return false;
        }

        var role = noun[..PromptWord.Length(noun)];
        var does = noun[role.Length..].TrimStart();
        return RoleNouns.Contains(role.ToString()) || (text[0] is 'a' && !Items.Contains(role.ToString()) && does[..PromptWord.Length(does)] is [_, _, _, .., not 's', 's'] verb && char.IsLower(verb[0]) && !DoingText.Excluded.Contains(verb.ToString()));
    }

    /// <summary>What nobody does anything as.</summary>
    private static readonly FrozenSet<string> Items = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "email", "e-mail", "mail", "message", "event", "meeting", "appointment", "lead", "contact", "account", "case", "deal", "opportunity", "task", "record", "calendar", "month", "week", "day", "year", "new");

    private static readonly FrozenSet<string> RoleNouns = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "customer", "client", "sender", "user", "person", "writer", "author", "buyer", "candidate", "applicant", "tenant", "patient", "student", "guest", "member", "supplier", "vendor", "caller");

    private static readonly FrozenSet<string> Persons = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "i", "i'm", "we", "we're", "they", "they're", "he", "she", "somebody", "someone", "people", "customers", "clients");

    /// <summary>Words that begin a condition, another event or a remark.</summary>
    private static readonly FrozenSet<string> NotJoined = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "from", "to", "by", "with", "without", "has", "have", "having", "is", "are", "isn't", "aren't", "in", "on", "at", "not", "no", "if", "when", "it", "they", "that", "which", "who", "whose", "where", "contains", "contain", "containing", "includes", "mentions", "says",
        "subject", "body", "sender", "recipient", "the", "its", "any", "anything", "everything", "all", "other", "only", "then", "also", "so", "i", "we", "you", "someone", "somebody", "either", "both", "unless", "except", "labelled", "labeled", "tagged", "marked", "about",
        "regarding", "comes", "arrives", "starts", "ends", "gets", "was", "were", "does", "doesn't", "don't", "sent", "important", "unread", "starred", "new");

    /// <summary>"from Anna", "to ana@example.com": a condition of its own. "The trip to Rome" is about the trip.</summary>
    private static bool NamesSomebody(ReadOnlySpan<char> text)
    {
        var from = PromptWord.Match(text, "from") > 0;
        if (!from && PromptWord.Match(text, "to") == 0)
        {
            return false;
        }

        var rest = text[PromptWord.Length(text)..].TrimStart();
        return AddressText.Length(rest, domains: from) > 0 || (from && (People.NameLength(rest) > 0 || QuotedText.Length(rest) > 0));
    }

    /// <summary>What a text is said to be: any words, as long as they do not say that it changes.</summary>
    public static Parser<SlotValue> Judged(IReadOnlySet<string> followers)
    {
        var enders = AfterMeanings.Union(followers).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return new FreeText((text, goesOn) => NoMeanings.Contains(text[..PromptWord.Length(text)].ToString())
            ? 0
            : UnquotedText.Length(text, enders, MaxWordsOfCondition, mayDescribe: true, goesOn));
    }
}
