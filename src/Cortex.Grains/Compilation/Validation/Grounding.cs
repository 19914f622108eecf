using System.Globalization;
using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Whether what a program compares with or writes was said in the prompt, in the words that people have for it.</summary>
internal static class Grounding
{
    /// <summary>Words by which people say that a time of something changed, without naming the field.</summary>
    private static readonly string[] OfTimes = ["time", "date", "moved", "moves", "rescheduled", "reschedules", "postponed", "delayed", "pushed", "brought"];

    /// <summary>Kinds that are closed by their nature: who asks for the sentiment means these.</summary>
    private static readonly string[] Sentiments = ["positive", "negative", "neutral", "mixed"];

    /// <summary>What stands for everything that was not named.</summary>
    private static readonly string[] Rest = ["other", "none", "unknown"];

    private static readonly string[] Emails = ["an email", "an e-mail", "a mail", "an email notification", "an email alert", "an email reminder"];

    private static readonly string[] Wishes = ["i'd like", "i'd love", "i'd appreciate", "i would like", "i would appreciate", "i want", "i need"];

    private static readonly string[] Openers = ["when", "whenever", "if", "every time", "each time", "once", "as soon as"];

    /// <summary>The user; also whoever says "get an email when …" is to get it himself.</summary>
    private static readonly string[] OfMe = ["me", "myself", "my", "mine", .. Emails.SelectMany(_ => Openers, (email, opener) => $"get {email} {opener}"), .. Emails.SelectMany(_ => Openers, (email, opener) => $"receive {email} {opener}"), .. Emails.SelectMany(_ => Wishes, (email, wish) => $"{wish} {email}")];

    public static bool Said(Comparison comparison, ItemField? field, ValidationScope scope) => comparison.Value switch
    {
        // A yes or no is said by the wording, never as such.
        { Flag: not null } => true,
        { Number: { } number } => scope.Origin.SaidNumber(number),
        { Text: { } text } when field is { Name: ItemFieldNames.Changed } => SaidField(text, scope.Item, scope.Origin),
        { Text: { } text } => SaidValue(text, field, scope.Origin),
        _ => false,
    };

    /// <summary>Whether a text was said as a value of a field.</summary>
    public static bool SaidValue(string text, ItemField? field, PromptLiterals origin) => field?.Kind switch
    {
        FieldKind.Number => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && origin.SaidNumber(number),
        FieldKind.Weekday => origin.Said(text) || origin.SaidWeekday(text),
        FieldKind.TimeOfDay => ClockText.TryParse(text) is { } clock && origin.SaidClock(clock),
        FieldKind.Time => origin.Said(text) || (IsoTime.TryParse(text) is { } moment && origin.SaidMoment(moment)),
        _ => origin.Said(text) || SaidOtherwise(text, field, origin),
    };

    /// <summary>The user's own address.</summary>
    public static bool SaidMe(PromptLiterals origin) => origin.SaidAny(OfMe);

    /// <summary>A field, by its label, a synonym, or a word of either.</summary>
    public static bool SaidField(string name, ItemKind item, PromptLiterals origin) =>
        item.Find(name) is { } field
        && (origin.Said(field.Name)
            || field.Synonyms.Append(field.Label).SelectMany(label => label.Split(' ').Append(label)).Where(word => word.Length > 2).Any(origin.Said)
            || (field.Kind == FieldKind.Time && origin.SaidAny(OfTimes))
            || origin.SaidAny(field.ChangeWords));

    /// <summary>One entry of a list: its words, underscores aside; of kinds to tell apart also those that go without saying.</summary>
    public static bool SaidEntry(string entry, bool isKind, PromptLiterals origin)
    {
        var words = entry.Replace('_', ' ');
        return origin.Said(words)
            || (isKind && (Rest.Contains(words, StringComparer.OrdinalIgnoreCase)
                || (Sentiments.Contains(words, StringComparer.OrdinalIgnoreCase) && origin.SaidAny(["sentiment", "mood", "tone", .. Sentiments]))));
    }

    /// <summary>A number in a record's field or in an input.</summary>
    public static bool SaidNumber(JsonElement value, PromptLiterals origin) => value.TryGetDecimal(out var number) && origin.SaidNumber(number);

    private static bool SaidOtherwise(string text, ItemField? field, PromptLiterals origin)
    {
        if (field?.Values.FirstOrDefault(value => value.Value.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return origin.SaidAny(known.Words.Concat(known.Verbs).Concat(known.Adjectives).Concat(known.ContraryAdjectives)) || SaidAsVerb(text, origin);
        }

        return text switch
        {
            // "from acme.com" means everybody @acme.com; "a pdf" is a name that ends with ".pdf".
            ['@', .. var domain] => origin.Said(domain),
            ['.', .. var ending] => ending.All(char.IsLetterOrDigit) && origin.SaidAny(ending, ending + "s"),
            _ => SaidAsVerb(text, origin),
        };
    }

    /// <summary>"close it" sets a status to "Closed".</summary>
    private static bool SaidAsVerb(string text, PromptLiterals origin) => text is [.. { Length: > 2 } verb, 'e', 'd'] && origin.SaidAny($"{verb}e", $"{verb}es", $"{verb}ing", $"{verb}ure");
}
