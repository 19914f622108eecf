using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Readings of an instruction that account for every word of it and would still do less than it says, or something else.</summary>
internal static class MisreadStep
{
    private const string To = "to";

    /// <summary>A part of the name of each tool that looks for something.</summary>
    private const string Finds = ".find";

    private const string DraftMade = "gmail.create_draft";

    private static readonly FrozenSet<string> Changes = FrozenSet.Create(StringComparer.Ordinal, "calendar.update_event", "calendar.delete_event");

    private static readonly FrozenSet<string> Pronouns = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "it", "them", "him", "her", "that", "those", "these", "this", "its", "their");

    private static readonly FrozenSet<string> Texts = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "email", "e-mail", "mail", "message", "reply", "answer", "draft", "note", "emails", "mails");

    private static readonly FrozenSet<string> Sending = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "send", "email", "e-mail", "mail", "write", "draft", "compose", "message");

    /// <summary>Words that no subject of an email begins with, in "send her another email".</summary>
    private static readonly FrozenSet<string> Determiners = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "their", "his", "its", "our", "another", "every", "each", "any", "some", "all");

    /// <summary>Slots for values of fields, where other texts may say anything.</summary>
    private static readonly string[] OfFields = [RecordSlots.Set, RecordSlots.Placed, RecordSlots.With, RecordSlots.To, RecordSlots.State, RecordSlots.Owner, RecordSlots.Whom, RecordSlots.Due];

    /// <summary>What is done to an email besides writing it, which AI cannot write.</summary>
    private static readonly FrozenSet<string> BesidesText = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "cc", "bcc", "cc'd", "bcc'd", "cc'ed", "cc'ing", "bcc'ing", "cc’d", "cc’ing", "attach", "attaching");

    /// <summary>Whether a reading is one of them.</summary>
    /// <param name="reading">What the instruction is read as.</param>
    /// <param name="words">Its words.</param>
    /// <param name="earlier">The steps before.</param>
    /// <param name="item">What the event is about.</param>
    /// <param name="nouns">What other kinds of item are called.</param>
    public static bool Is(ToolReading reading, string words, IReadOnlyList<Step> earlier, ItemKind item, IReadOnlySet<string> nouns) =>
        SaysNoValue(reading) || (reading.Phrase.Drafted is not null && SaysMoreThanText(reading, words)) || SendsAnother(reading, words, earlier) || SaysAnother(reading, words, earlier, item, nouns) || (earlier.Count == 0 && TakesFromAnother(reading, words, item, nouns));

    /// <summary>Whether "it" or "them" in an instruction is what a step before found or made, while its program acts on the item.</summary>
    /// <param name="reading">What the instruction is read as.</param>
    /// <param name="words">Its words.</param>
    /// <param name="json">Its inputs.</param>
    /// <param name="earlier">The steps before.</param>
    /// <param name="catalog">The catalog.</param>
    public static bool MeansAnother(ToolReading reading, string words, string json, IReadOnlyList<Step> earlier, CortexCatalog catalog)
    {
        if (earlier.Count == 0 || json.Contains("steps[", StringComparison.Ordinal) || reading.Tool.MakingVerbs.Count > 0 || !Words(words).Any(Pronouns.Contains))
        {
            return false;
        }

        // "Find the latest email about rent and delete it", "create a task and rename it"; "create a task and star it" is the email.
        return earlier.Any(step => step.Tool.Contains(Finds, StringComparison.Ordinal))
            || (earlier.Any(step => catalog.FindTool(step.Tool)?.MakingVerbs.Count > 0) && (reading.Tool.Inputs.Any(input => input.Kind == InputKind.Fields) || Changes.Contains(reading.Tool.Name) || words.StartsWith("mark ", StringComparison.OrdinalIgnoreCase)))
            || (earlier.Any(step => step.Tool == DraftMade) && reading.Tool.Harm is { IsToOthers: true });
    }

    /// <summary>"Send them no email", "send her another email", "their email" as a subject, "notify them", "assign the lead" of an opportunity.</summary>
    private static bool SaysAnother(ToolReading reading, string words, IReadOnlyList<Step> earlier, ItemKind item, IReadOnlySet<string> nouns)
    {
        var all = Words(words);
        return Enumerable.Range(1, Math.Max(0, all.Length - 1)).Any(index => all[index - 1].Equals("no", StringComparison.OrdinalIgnoreCase) && Texts.Contains(all[index]))
            || (reading.Phrase.Drafted is not null && all is [var verb, ..] && Sending.Contains(verb) && Enumerable.Range(1, Math.Max(0, all.Length - 1)).Any(index => Determiners.Contains(all[index - 1]) && Texts.Contains(all[index])))
            || (reading.Tool.IsReport && all.Length > 1 && all[1] is "them" or "him" or "her" or "everyone" or "everybody")
            || (reading.Tool.Inputs.Any(input => input.Kind == InputKind.Fields) && reading.Tool.MakingVerbs.Count == 0 && earlier.Count == 0 && all.Length > 2 && all[1] is "the" && nouns.Contains(all[2]) && !item.Fields.SelectMany(FieldNames.Of).Any(name => name.StartsWith(all[2], StringComparison.OrdinalIgnoreCase) && words.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    private static string[] Words(string words) => QuotedText.Outside(words).Split([' ', ',', '.', ':', ';'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"Set its phone to none", "assign it to whoever": no value that could be written.</summary>
    private static bool SaysNoValue(ToolReading reading) => reading.Values.Slots.Any(slot => slot is not (RecordSlots.Labels or RecordSlots.About)
        && reading.Values.Of(slot).Any(value => value.Kind == SlotKind.Literal && (NoValue.IsNothing(value.Text) || ((slot == RecordSlots.Owner || value.Of == RecordSlots.Owner) && value.Text.Contains("'s ", StringComparison.Ordinal)) || (OfFields.Contains(slot) && TimeWords.Of(value.Text) is null && NoValue.IsRelative(value.Text)))));

    /// <summary>"A reply thanking her and cc ana@example.com", "… and loop in ana@example.com": whom it goes to besides is nothing that AI could write.</summary>
    private static bool SaysMoreThanText(ToolReading reading, string words)
    {
        var all = QuotedText.Outside(words).Split([' ', ',', ':', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var joint = Array.FindIndex(all, word => word.StartsWith("cop", StringComparison.OrdinalIgnoreCase) || (reading.Values.Of(To).Count == 0 && word.Equals("and", StringComparison.OrdinalIgnoreCase)));
        return all.Any(BesidesText.Contains) || (joint >= 0 && all.Skip(joint).Any(word => word.Contains('@')));
    }

    /// <summary>Of a lead, "the account's rating" and "the name of the account" are another record's.</summary>
    private static bool TakesFromAnother(ToolReading reading, string words, ItemKind item, IReadOnlySet<string> nouns)
    {
        if (!reading.Values.Slots.Any(slot => reading.Values.Of(slot).Any(value => value.Kind == SlotKind.Reference)))
        {
            return false;
        }

        var outside = QuotedText.Outside(words).Replace('’', '\'');
        var all = outside.Split([' ', ',', '.', ':', ';'], StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, Math.Max(0, all.Length - 1)).Any(index =>
            (all[index - 1] is "the" && all[index].EndsWith("'s", StringComparison.Ordinal) && nouns.Contains(all[index][..^2]) && !item.Fields.SelectMany(FieldNames.Of).Any(name => name.StartsWith(all[index], StringComparison.OrdinalIgnoreCase) && outside.Contains(name, StringComparison.OrdinalIgnoreCase)))
            || (index > 1 && all[index - 2] is "of" or "from" && all[index - 1] is "the" && nouns.Contains(all[index])));
    }

    /// <summary>"Draft a reply and send it to ana@example.com": the reply, and not the email.</summary>
    private static bool SendsAnother(ToolReading reading, string words, IReadOnlyList<Step> earlier) =>
        reading.Tool.Find(To) is not null && words.Split(' ') is [var verb, "it" or "this" or "that", ..] && verb.Equals("send", StringComparison.OrdinalIgnoreCase)
        && earlier is [.., { Tool: not Draft.DraftTool }] && earlier.Any(step => step.Tool == Draft.DraftTool);
}
