using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <content>Names without quotes: of labels, calendars, owners.</content>
internal static partial class ValueParsers
{
    /// <summary>A short text, which an instruction ends.</summary>
    private static FreeText Short(IReadOnlySet<string> followers) => Short(followers, static _ => false);

    /// <param name="followers">Words that end it.</param>
    /// <param name="isOther">Whether a text begins with something else.</param>
    public static FreeText Short(IReadOnlySet<string> followers, Func<string, bool> isOther) => new((text, goesOn) => ShortLength(UnquotedText.WithinSentence(text), followers, goesOn, isOther), mayBeName: true);

    /// <summary>What a label or a calendar is called.</summary>
    private static FreeText NameOf(IReadOnlySet<string> followers) => new(
        (text, goesOn) =>
        {
            text = UnquotedText.WithinSentence(text);
            var length = NoNames.Contains(text[..PromptWord.Length(text)].ToString()) || (text is [var first, ..] && char.IsLower(first) && EndsName(text)) ? 0 : ShortLength(text, followers, goesOn, rest => EndsName(rest));
            return length > 0 && HoldsNoun(text[..length].ToString()) ? 0 : length;
        },
        mayBeName: true);

    private static int ShortLength(ReadOnlySpan<char> text, IReadOnlySet<string> followers, Func<int, bool> goesOn, Func<string, bool> isOther)
    {
        var whole = text.ToString();
        return UnquotedText.Length(text, followers, MaxWordsOfName, goesOn: offset => goesOn(offset) || (offset > 0 && (PlaceWords.BeginAt(whole.AsSpan(offset)) || isOther(whole[offset..]))));
    }

    /// <summary>"Label receipts Money": words for what is labelled stand before the label.</summary>
    private static bool HoldsNoun(string name) => char.IsLower(name[0]) && name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .. var others] && Array.Exists(others, word => char.IsUpper(word[0]));

    /// <summary>Words that go on about something else behind a name, and that only quotes make a part of one.</summary>
    private static readonly FrozenSet<string> NameEnders = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "by", "from", "with", "without", "for", "on", "at", "if", "unless", "instead", "again", "today", "tomorrow", "tonight", "every", "each", "any", "anything", "everything", "whatever", "as", "until", "after", "before", "when", "whenever", "but", "except", "not", "never", "rather", "so", "because", "since");

    private static bool EndsName(ReadOnlySpan<char> text) => NameEnders.Contains(text[..PromptWord.LengthWithoutPossessive(text)].ToString());

    /// <summary>"Label it as unread": what an email is marked as is, without quotes, hardly the name of a label.</summary>
    private static bool IsState(SlotValue name) => name.Text.ToLowerInvariant() is "read" or "unread" or "important";

    /// <summary>What Gmail has besides labels.</summary>
    private static readonly FrozenSet<string> Boxes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "spam", "junk", "trash", "bin", "inbox", "archive", "drafts", "gmail", "salesforce", "calendar", "sent", "outbox", "garbage");

    /// <summary>What begins no name: what is named so, another event, a negation.</summary>
    private static readonly FrozenSet<string> NoNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "gmail", "email", "emails", "mail", "mails", "message", "messages", "all", "any", "every", "everything", "each", "other", "another", "not", "marked", "flagged", "starred", "labelled", "labeled", "tagged", "anything");
}
