using System.Buffers;
using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// A sentence in which somebody or something that the catalog does not know does something: "a parent says their kid is ill", "a payment fails". It is a meaning, for the model to judge,
/// and nothing that a condition could say.
/// </summary>
internal static class DoingText
{
    private const int MinWords = 3;
    private const int MaxWords = 14;
    private const int WordsOfQuestion = 4;

    /// <summary>Words among which the one who does it is named.</summary>
    private const int WordsOfSubject = 3;

    private static readonly FrozenSet<string> Beginnings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "a", "an", "some", "someone", "somebody", "anyone", "anybody", "any", "another", "people");

    private static readonly FrozenSet<string> Writing = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "emails", "mails", "messages", "email", "mail", "writes");

    private static readonly FrozenSet<string> Purposes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "to", "that", "about", "asking", "saying", "wanting", "because", "for", "in", "me", "us");

    /// <summary>"any time" is no subject, and "any change" to an item is an event of it.</summary>
    private static readonly FrozenSet<string> Times = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "time", "times", "day", "days", "moment", "chance", "way", "of", "one", "my", "our", "change", "changes", "update", "updates", "modification", "modifications");

    /// <summary>Words of what is asked of Cortex, or said to it.</summary>
    private static readonly FrozenSet<string> NoQuestions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "you", "can", "could", "would", "will", "is", "are", "do", "does", "did", "how", "what", "why", "who", "which", "where", "it", "that", "this", "please", "hi", "hello", "hey", "ok", "there", "cortex", "possible", "new");

    /// <summary>Words of conditions, of times and of other events.</summary>
    public static FrozenSet<string> Excluded { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "subject", "body", "attachment", "attachments", "attached", "label", "labels", "labelled", "labeled", "sender", "recipient", "cc", "bcc", "cc'd", "cc'ed", "bcc'd", "copied", "unread", "starred", "important", "inbox", "folder", "calendar", "salesforce", "gmail", "from", "when", "whenever", "if",
        "unless", "except", "until", "before", "after", "while", "only", "without", "opens", "clicks", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "morning", "evening", "night", "mornings", "evenings", "nights", "weekend", "weekends", "weekdays", "website", "form",
        "created", "cancelled", "canceled", "scheduled", "rescheduled", "booked", "star", "never", "not", "first", "twice", "again", "always", "slack", "whatsapp", "sms", "calls", "rings", "texts");

    private static readonly SearchValues<char> Values = SearchValues.Create("0123456789@\"“”«»{}/");

    /// <summary>The length of the sentence at the start; 0 if there is none.</summary>
    /// <param name="text">From where on.</param>
    /// <param name="nouns">What items of the catalog are called.</param>
    /// <param name="goesOn">Whether something else begins at an offset.</param>
    public static int Length(ReadOnlySpan<char> text, IReadOnlySet<string> nouns, Func<int, bool> goesOn)
    {
        if (!Beginnings.Contains(text[..PromptWord.Length(text)].ToString()))
        {
            return QuestionLength(text, nouns);
        }

        var second = text[PromptWord.Length(text)..].TrimStart();
        if (Times.Contains(second[..PromptWord.Length(second)].ToString()))
        {
            return 0;
        }

        var (position, end, words, previous) = (0, 0, 0, "");
        while (position < text.Length)
        {
            var length = PromptWord.Length(text[position..]);
            if (length == 0)
            {
                break;
            }

            var word = text.Slice(position, length).ToString();
            if (word == "then")
            {
                break;
            }

            if (words > 0 && NamesThing(text[position..]))
            {
                // "A customer reports spam": that is not told to be done.
                return 0;
            }

            var isWriting = previous is not ("who" or "that") && Writes(text[position..], word, words);
            if (words > 0 && previous is not ("a" or "an" or "the" or "their" or "my") && !isWriting && goesOn(position))
            {
                if (word is "to" or "is" or "are" or "was" or "were" or "get" or "gets" || ModalVerbs.Contain(word))
                {
                    // "A customer says our emails are marked as spam": what is said goes on.
                    return 0;
                }

                break;
            }

            // Who calls something off rings nobody up, and holds no call.
            var isOfOthers = (Excluded.Contains(word) || (words <= WordsOfSubject && nouns.Contains(word[..PromptWord.LengthWithoutPossessive(word)]) && !Writes(text[position..], word, words))) && PromptWord.Match(text[position..], "calls off") == 0;
            var joins = words >= MinWords && word is "or" or "and";
            if (words == MaxWords || (!joins && word is "or" or "and") || isOfOthers || word.AsSpan().ContainsAny(Values) || (words > 0 && char.IsUpper(word[0]) && word is not ("I" or "I'm")))
            {
                return 0;
            }

            words++;
            previous = word;
            end = position + length;
            if (end >= text.Length || text[end] != ' ')
            {
                break;
            }

            position = end + 1;
        }

        return words >= MinWords && !ValueParsers.IsCutOff(text[..end]) && (end == text.Length || text[end] is ' ' or ',' or ':' or ';' or '.' or '\n' or '→' or '-' or '–' or '—') ? end : 0;
    }

    /// <summary>Words that are an instruction alone, and behind a verb what it is about.</summary>
    private static bool NamesThing(ReadOnlySpan<char> text)
    {
        var word = text[..PromptWord.Length(text)];
        var next = text[word.Length..].TrimStart();
        return word is "spam" or "junk" or "trash" && next[..PromptWord.Length(next)] is not ("it" or "them" or "those" or "these" or "that" or "this");
    }

    /// <summary>Whether somebody who does so writes an email: "writes".</summary>
    public static bool SaysThatOneWrites(string word) => Writing.Contains(word);

    /// <summary>"a patient emails to cancel", "a job applicant writes in": what somebody does, and neither the email nor an instruction.</summary>
    private static bool Writes(ReadOnlySpan<char> text, string word, int words)
    {
        var rest = text[word.Length..].TrimStart();
        return words > 1 && Writing.Contains(word) && Purposes.Contains(rest[..PromptWord.Length(rest)].ToString());
    }

    /// <summary>"Angry customer? …": few words that ask whether there is one.</summary>
    private static int QuestionLength(ReadOnlySpan<char> text, IReadOnlySet<string> nouns)
    {
        var (position, words) = (0, 0);
        while (words < WordsOfQuestion && PromptWord.Length(text[position..]) is > 0 and var length)
        {
            var word = text.Slice(position, length).ToString();
            if (Excluded.Contains(word) || NoQuestions.Contains(word) || nouns.Contains(word) || word.AsSpan().ContainsAny(Values) || (words > 0 && char.IsUpper(word[0])))
            {
                return 0;
            }

            words++;
            position += length;
            if (text[position..] is ['?', ' ', ..])
            {
                return words > 1 ? position : 0;
            }

            if (text[position..] is not [' ', ..])
            {
                return 0;
            }

            position++;
        }

        return 0;
    }
}
