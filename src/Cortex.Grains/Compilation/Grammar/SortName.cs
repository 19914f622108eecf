using System.Collections.Frozen;
using Cortex.Catalog;
using Parlot;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// Reads one sort of item, which only somebody who reads it can tell: "receipts", "job application from a student", as a text for the model to judge by.
/// The last word of the noun is one that the catalog knows; the words before it are the user's.
/// </summary>
internal sealed class SortName : Parser<SortName.Sort>
{
    /// <summary>Words before the one that the catalog knows.</summary>
    private const int MaxModifiers = 3;

    private const int MaxWordsOfTail = 6;

    /// <summary>What leads on to what such an item is about, and to nothing else.</summary>
    private static readonly string[] Tails = ["for", "of", "about", "regarding"];

    private static readonly FrozenSet<string> NoModifiers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "deleting", "archiving", "forwarding", "sorting", "filing", "labelling", "labeling", "starring", "answering", "someone", "somebody", "anyone", "everyone", "people", "customers", "clients",
        "i", "we", "you", "really", "always", "never", "still", "hate", "like", "love", "upon", "receipt", "before", "after", "until", "during", "between", "against", "within", "per", "about", "regarding", "into", "onto", "out", "off", "over", "under", "up", "down", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "half", "quarter",
        "once", "whenever", "while", "unless", "except", "but", "only", "also", "just", "please", "has", "have", "was", "were", "be", "get", "gets", "got", "can", "should", "will", "would", "could", "must", "do", "does", "did", "who", "what", "which", "whose", "where", "there", "these", "those",
        "fwd", "redirect", "pass", "relay", "log", "file", "tag", "flag", "bin", "skip", "hide", "save", "sort", "copy", "share", "print", "summarize", "summarise", "translate", "extract", "pull", "keep", "stash", "drop", "dump", "ping", "alert", "watch", "monitor", "track", "let",
        "tell", "show", "give", "remind", "respond", "answer", "make", "turn", "convert", "categorize", "mute", "block", "unsubscribe", "find", "search", "update", "set", "assign", "cancel", "decline", "accept", "schedule", "book", "invite",
        "a", "an", "the", "my", "our", "all", "any", "every", "each", "some", "another", "new", "and", "or", "if", "when", "then", "not", "no", "from", "to", "with", "without", "for", "of", "in", "on", "by", "as", "is", "are", "it", "me", "that", "this",
        "send", "sends", "forward", "forwards", "archive", "label", "star", "trash", "delete", "create", "add", "mark", "move", "put", "receive", "reply", "draft", "write", "notify", "email", "emails", "mail", "message");

    private static readonly FrozenSet<string> TailEnders = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "from", "with", "without", "that", "which", "whose", "to", "in", "arrives", "arrive", "comes", "come", "lands", "is", "are");

    private readonly WordChoice<(string Sort, bool IsSeveral)> _known;
    private readonly FrozenSet<string> _unjudged;

    /// <summary>From whom it comes, where that is no name: "a quote from a supplier".</summary>
    private readonly WordChoice<string> _senders;

    public SortName(ItemKind item)
    {
        _senders = new(item.Somebody.Where(Nouns.IsIndefinite).Select(who => ((IReadOnlyList<string>)["from", .. who.Split(' ')], $" from {who}")));
        _unjudged = item.Unjudged.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _known = new(item.Sorts.SelectMany(sort => new[] { (Words: sort, IsSeveral: false), (Words: Nouns.Several(sort), IsSeveral: true) }, (sort, said) => ((IReadOnlyList<string>)said.Words.Split(' '), (sort, said.IsSeveral))));
    }

    public override bool Parse(ParseContext context, ref ParseResult<Sort> result)
    {
        var cursor = context.Scanner.Cursor;
        var before = cursor.Position;
        context.SkipWhiteSpace();
        var start = cursor.Offset;
        for (var modifiers = 0; modifiers <= MaxModifiers; modifiers++)
        {
            var known = default(ParseResult<(string Sort, bool IsSeveral)>);
            var from = cursor.Position;
            if (_known.Parse(context, ref known))
            {
                if (modifiers > 0 && known.Value.IsSeveral && IsBehindOne(context.Scanner.Buffer.AsSpan(0, start)))
                {
                    // "A lead bounces", "every contact calls": that is what it does.
                    break;
                }

                var noun = string.Concat(context.Scanner.Buffer.AsSpan(start, from.Offset - start), known.Value.Sort);
                if (start == 0 && noun.Length > 1 && char.IsLower(noun[1]))
                {
                    noun = char.ToLowerInvariant(noun[0]) + noun[1..];
                }

                var tail = Tail(context) + Sender(context);
                result.Set(start, cursor.Offset, new Sort(Nouns.One(noun + tail), known.Value.IsSeveral, IsOpen: modifiers + tail.Length > 0));
                return true;
            }

            var length = PromptWord.Length(cursor.Span);
            if (length == 0 || !char.IsLetter(cursor.Span[0]) || (start > 0 && modifiers == 0 && cursor.Span is [var first, var second, ..] && char.IsUpper(first) && char.IsLower(second)) || NoModifiers.Contains(cursor.Span[..length].ToString()) || _unjudged.Contains(cursor.Span[..length].ToString()) || cursor.Span[length..] is not [' ', ..])
            {
                break;
            }

            cursor.Advance(length + 1);
        }

        cursor.ResetPosition(before);
        return false;
    }

    private static bool IsBehindOne(ReadOnlySpan<char> before)
    {
        var text = before.TrimEnd();
        return text[(text.LastIndexOf(' ') + 1)..].ToString().ToLowerInvariant() is "a" or "an" or "another" or "one" or "each" or "every";
    }

    private string Sender(ParseContext context)
    {
        var sender = default(ParseResult<string>);
        return _senders.Parse(context, ref sender) ? sender.Value : "";
    }

    /// <summary>" for a tour".</summary>
    private static string Tail(ParseContext context)
    {
        var cursor = context.Scanner.Cursor;
        if (cursor.Span is not [' ', ..] || !Array.Exists(Tails, tail => PromptWord.Match(cursor.Span[1..], tail) > 0))
        {
            return "";
        }

        var lead = 1 + PromptWord.Length(cursor.Span[1..]) + 1;
        if (lead >= cursor.Span.Length)
        {
            return "";
        }

        var start = cursor.Offset;
        var length = UnquotedText.Length(
            cursor.Span[lead..],
            TailEnders,
            MaxWordsOfTail,
            mayDescribe: true,
            offset => (context is PromptContext prompt && prompt.GoesOnAt(start + lead + offset)) || Happenings.BeginAt(context.Scanner.Buffer.AsSpan(start + lead + offset)));
        if (length == 0 || cursor.Span[lead..(lead + length)].Contains('@') || SaysWhose(cursor.Span[lead..(lead + length)]))
        {
            return "";
        }

        var tail = cursor.Span[..(lead + length)].ToString();
        cursor.Advance(lead + length);
        return tail;
    }

    /// <summary>Whether the words say for which items it is, and not of what sort: "a call <c>for every lead</c>".</summary>
    private static bool SaysWhose(ReadOnlySpan<char> tail) => tail[..PromptWord.Length(tail)] is "every" or "each" or "any" or "all";

    /// <param name="Text">One of the sort: "a job application from a student".</param>
    /// <param name="IsSeveral">Whether the plural was said.</param>
    /// <param name="IsOpen">Whether words of the user's own are in it.</param>
    public readonly record struct Sort(string Text, bool IsSeveral, bool IsOpen);
}
