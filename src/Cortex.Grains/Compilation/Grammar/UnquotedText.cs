using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// Finds where words without quotes end. What could be the next part of the sentence ends them, so that nothing which was
/// meant as a condition or an action is taken for text; the way out is to put the text in quotes.
/// </summary>
internal static class UnquotedText
{
    private static readonly FrozenSet<string> Connectives = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "and", "or", "then", "but", "if", "when", "whenever", "unless", "except", "also", "otherwise", "else", "until", "while", "after", "before", "because");

    /// <summary>Beginnings of descriptions: what follows is not the text itself.</summary>
    private static readonly FrozenSet<string> Descriptive = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "off", "that", "right", "correct", "appropriate", "proper", "usual", "matching", "suitable", "about", "regarding", "related", "concerning", "something", "anything", "some", "any", "a", "an", "the", "how", "why", "what", "like", "not",
        "is", "are", "was", "were", "sounds", "looks", "seems", "feels", "reads", "shows", "says", "mentions", "means", "becomes", "has", "contains", "containing", "equals", "exactly", "starts", "starting", "begins", "beginning", "ends", "ending", "includes", "including",
        "my", "your", "his", "her", "their", "our", "its", "me", "him", "them", "us", "it", "accordingly", "appropriately", "properly", "correctly", "whatever",
        "should", "must", "shall", "will", "can", "need", "needs", "ought", "in", "on", "by", "based", "according", "similar", "having", "has", "with", "from", "to", "as", "for", "of", "at", "this", "these", "those", "all", "every");

    /// <summary>More words than any name has.</summary>
    private const int MaxWordsOfName = 10;

    /// <summary>Words at the end of a clause that say how quickly or politely, and belong to no text.</summary>
    private static readonly FrozenSet<string> Tails = FrozenSet.Create(
        StringComparer.Ordinal, "automatically", "automagically", "please", "immediately", "thanks", "asap", "instantly", "too", "pls", "plz", "thx", "ty", "tho", "lol");

    /// <summary>The length of the unquoted text at the start, at most some words long; 0 if there is none that is surely text.</summary>
    /// <param name="text">From where on.</param>
    /// <param name="followers">Words that end it.</param>
    /// <param name="maxWords">Words that it may have.</param>
    /// <param name="mayDescribe">Whether it may begin like a description.</param>
    /// <param name="joins">Whether an "and" or "or" at an offset goes on with the same text; null if none does.</param>
    /// <param name="goesOn">Whether something else begins at an offset, so that the text ends there; null if nothing else can.</param>
    public static int Length(ReadOnlySpan<char> text, IReadOnlySet<string> followers, int maxWords, bool mayDescribe = false, Func<int, bool>? goesOn = null, Func<int, bool>? joins = null)
    {
        var (end, position, words, plain) = (0, 0, 0, 0);
        while (words < maxWords)
        {
            var word = NextWord(text[position..]);
            var bare = text.Slice(position, PromptWord.Length(text[position..])).ToString();
            if (word == 0 || (Connectives.Contains(bare) && !(words > 0 && joins?.Invoke(position) == true)) || followers.Contains(bare) || (words == 0 && !mayDescribe && !IsCapitalised(bare) && Descriptive.Contains(bare))
                || (words > 0 && IsAtOnce(text[position..])) || goesOn?.Invoke(position) == true || (word == 1 && position + 2 < text.Length && text[position] is '-' or '–' or '—' && goesOn?.Invoke(position + 2) == true))
            {
                break;
            }

            end = position + word;
            plain = Tails.Contains(bare) ? plain : end;
            words++;
            var gap = BlankLength(text[end..]);
            if (gap == 0 || text.Slice(end, gap).ContainsAny('\n', '\r'))
            {
                break;
            }

            position = end + gap;
        }

        // "thanks" can be all that a reply says, but no name.
        return plain == 0 && maxWords > MaxWordsOfName ? end : plain;
    }

    /// <summary>"with the title CEO? notify me": a question or a call ends with its mark, which is no part of a value.</summary>
    public static ReadOnlySpan<char> WithinSentence(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOfAny('?', '!');
        while (mark >= 0 && mark + 1 < text.Length && !char.IsWhiteSpace(text[mark + 1]) && text[mark + 1] is not ('?' or '!'))
        {
            var next = text[(mark + 1)..].IndexOfAny('?', '!');
            mark = next < 0 ? -1 : mark + 1 + next;
        }

        return mark > 0 ? text[..mark] : text;
    }

    /// <summary>"straight away", behind what a text says.</summary>
    private static bool IsAtOnce(ReadOnlySpan<char> text) => PromptWord.Match(text, "straight away") > 0 || PromptWord.Match(text, "right away") > 0 || PromptWord.Match(text, "at once") > 0;

    /// <summary>A name rather than a word of the sentence; a shouted word is not.</summary>
    private static bool IsCapitalised(string word) => word is [var first, .. var rest] && char.IsUpper(first) && (rest.Length == 0 || char.IsLower(rest[0]));

    /// <summary>Characters up to white space, a quote, or punctuation that ends a clause.</summary>
    private static int NextWord(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && !Ends(text, length))
        {
            length++;
        }

        return length;
    }

    private static bool Ends(ReadOnlySpan<char> text, int index) => text[index] switch
    {
        ',' or ';' or '"' or '“' or '”' or '«' or '»' or '\n' or '\r' or '→' => true,
        '.' or ':' or '!' or '?' => text[index] is '.' or ':' && AtEndOfWord(text, index),
        '-' => index == 0 && text.Length > 1 && text[1] is '>' or '-',
        '=' or '>' => index == 0,
        '+' => index == 0 && AtEndOfWord(text, index),
        var character => char.IsWhiteSpace(character),
    };

    private static bool AtEndOfWord(ReadOnlySpan<char> text, int index) => index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]);

    private static int BlankLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsWhiteSpace(text[length]))
        {
            length++;
        }

        return length;
    }
}
