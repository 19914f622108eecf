using System.Collections.Frozen;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <content>Texts without quotes: titles, what is told, what somebody is to be reminded of.</content>
internal static partial class ValueParsers
{
    /// <summary>Verbs that describe what a text does.</summary>
    private static readonly FrozenSet<string> Describing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "is", "has", "asks", "tells", "explains", "declines", "confirms", "invites", "proposes", "offers", "apologizes", "apologises", "acknowledges", "informs", "reminds", "welcomes", "congratulates", "says", "mentions", "includes", "contains");

    /// <summary>A text of any length.</summary>
    private static FreeText Long(IReadOnlySet<string> followers) =>
        new((text, goesOn) => UnquotedText.Length(text, followers, MaxWordsOfText, goesOn: goesOn), endsAtActions: false, mayBeName: true);

    /// <summary>What something is called; a time behind it does not belong to it.</summary>
    private static FreeText Title(IReadOnlySet<string> followers) => new((text, goesOn) =>
    {
        text = UnquotedText.WithinSentence(text);
        var whole = text.ToString();
        return UnquotedText.Length(text, followers, MaxWordsOfText, goesOn: offset => goesOn(offset) || (offset > 0 && (TimeWords.BeginsAt(whole.AsSpan(offset)) || PlaceWords.BeginAt(whole.AsSpan(offset)) || InvitesAt(whole.AsSpan(offset)) || TitleEnds.BeginAt(whole, offset))));
    }, mayBeName: true);

    /// <summary>"That thanks them" describes a text, and does not say it.</summary>
    private static bool SaysWhatItDoes(SlotValue value) => value.Kind != SlotKind.Quoted && value.Text.Split(' ') is var words && (Describing.Contains(words[0]) || words is ["thanks", "them" or "him" or "her" or "everyone" or "everybody" or "the", ..]);

    private static Parser<SlotValue> Said(IReadOnlySet<string> followers) => Quoted.Or(new FreeText(
        (text, goesOn) =>
        {
            var whole = text.ToString();
            return UnquotedText.Length(text, followers, MaxWordsOfText, mayDescribe: true, offset => goesOn(offset) || LeadsAt(whole.AsSpan(offset)));
        },
        endsAtActions: false));

    /// <summary>All the rest, where no word of it could be anything but text: "reply: thanks, I am on it".</summary>
    private static int RestLength(ReadOnlySpan<char> text, Func<int, bool> goesOn)
    {
        if (text.ContainsAny(NoRest))
        {
            return 0;
        }

        for (var position = 0; position < text.Length; position++)
        {
            var length = PromptWord.Length(text[position..]);
            if (length > 0 && goesOn(position))
            {
                return 0;
            }

            position += length;
        }

        return text.TrimEnd().Length;
    }

    /// <summary>What somebody is to be reminded of. "In 3 days" behind it is when; a day or an hour behind it could be either, so that it is left.</summary>
    private static FreeText Task(IReadOnlySet<string> followers) => new(
        (text, goesOn) =>
        {
            var whole = text.ToString();
            return UnquotedText.Length(text, followers, MaxWordsOfText, mayDescribe: true, offset => goesOn(offset) || LeadsAt(whole.AsSpan(offset)) || (offset > 0 && (DelaysAt(whole.AsSpan(offset)) || (PromptWord.Match(whole.AsSpan(offset), "by") == 0 && (TimeWords.BeginsAt(whole.AsSpan(offset)) || TitleEnds.SaysWhenAt(whole.AsSpan(offset)))))));
        },
        endsAtActions: false);

    /// <summary>"in 3 days", "after a week", "an hour later".</summary>
    private static bool DelaysAt(ReadOnlySpan<char> text)
    {
        var lead = PromptWord.Match(text, "in") + PromptWord.Match(text, "after");
        var rest = text[lead..].TrimStart();
        return Durations.Length(rest) is > 0 and var length && (lead > 0 || rest[length..].TrimStart() is var behind && behind[..PromptWord.Length(behind)] is "later" or "afterwards");
    }

    /// <summary>"with ana@example.com": somebody who takes part, and no words of a title.</summary>
    private static bool InvitesAt(ReadOnlySpan<char> text) => PromptWord.Match(text, "with") is > 0 and var length && AddressText.Length(text[length..].TrimStart(), domains: false) > 0;
}
