using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Readings that account for every word and are still hardly what was meant.</summary>
internal static class Misreading
{
    private const string Location = "location";

    private const int DaysOfWeek = 7;

    /// <summary>Words for an item's age or number, which say nothing of an item that has just come.</summary>
    private static readonly string[] Ages = [" older than ", " newer than ", " more than once", " at least twice"];

    /// <summary>The same before a noun: "delete all the <c>old</c> newsletters" is about what is there.</summary>
    private static readonly FrozenSet<string> Old = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "old", "older", "existing", "previous", "past", "earlier", "ancient");

    /// <summary>Names that do not name a place: "meetings in March", "in English", "at Noon".</summary>
    private static readonly FrozenSet<string> NoPlaces = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Spring", "Summer", "Autumn", "Fall", "Winter", "Q1", "Q2", "Q3", "Q4", "Christmas", "Easter", "Ramadan", "Lent",
        "Noon", "Midday", "Midnight", "Lunch", "Lunchtime", "Dinner", "Breakfast", "Private", "Person", "PST", "PDT", "EST", "EDT", "CST", "CET", "CEST", "GMT", "UTC", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
        "English", "French", "German", "Spanish", "Italian", "Portuguese", "Dutch", "Polish", "Arabic", "Chinese", "Japanese", "Russian");

    /// <summary>First words of phrases that do not name a place: "at the last minute", "at the request of Ana".</summary>
    private static readonly FrozenSet<string> NoPlaceWords = FrozenSet.Create(
        StringComparer.Ordinal, "last", "end", "start", "beginning", "same", "top", "request", "moment", "latest", "earliest", "time", "minute", "hour", "very", "next", "weekend", "day", "week", "month");

    private static readonly FrozenSet<string> Changing = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "changes", "changed", "moves", "closes", "opens", "starts", "ends");

    /// <summary>Whether a reading is one of them.</summary>
    /// <param name="read">The event.</param>
    /// <param name="item">Its item.</param>
    /// <param name="nouns">What the other kinds of item are called.</param>
    /// <param name="prompt">The prompt.</param>
    public static bool Is(EventReading read, ItemKind item, IReadOnlySet<string> nouns, string prompt) =>
        NamesTwoSenders(read, item) || IsNoPlace(read) || IsOnNoDay(read, item) || Meanings(read).Any(words => HappensElsewhere(words, nouns) || SaysHowOld(words) || GoesOnWithPlace(words, read, prompt));

    /// <summary>"Rota emails from ana@x.example": beside a sender's address, "Rota" is hardly a second sender, but the email's subject.</summary>
    private static bool NamesTwoSenders(EventReading read, ItemKind item)
    {
        var senders = read.Conditions.OfType<Comparison>().Where(comparison => item.Find(comparison.Field) is { Kind: FieldKind.Address }).ToArray();
        return (Array.Exists(senders, one => one.Op == Operator.Equals) && Array.Exists(senders, one => one.Op == Operator.Contains))
            || senders.Where(one => one.Op == Operator.Contains).GroupBy(one => one.Field).Any(group => group.Count() > 1);
    }

    private static bool IsNoPlace(EventReading read) => read.Conditions.SelectMany(ConditionSize.Leaves).Any(leaf => leaf.Field == Location && leaf.Value.Text is { } place && IsTime(place));

    private static bool IsTime(string place) =>
        NoPlaces.Contains(place) || NoPlaceWords.Contains(place.Split(' ')[0]) || place.EndsWith(" Time", StringComparison.Ordinal) || place.StartsWith("Week ", StringComparison.Ordinal);

    /// <summary>"On Fridays after 3pm and on weekends" is on no day; "after 5pm on weekdays or on weekends" is on every day, which nobody would say.</summary>
    private static bool IsOnNoDay(EventReading read, ItemKind item)
    {
        var days = read.Conditions.Where(condition => ConditionSize.Leaves(condition).All(leaf => item.Find(leaf.Field) is { Kind: FieldKind.Weekday })).ToArray();
        return days.Count(condition => condition is not NotOf) > 1 || Array.Exists(days, condition => condition is AnyOf { Parts.Count: DaysOfWeek });
    }

    /// <summary>"Anything about a contact changes" and "an opportunity skips Proposal" are events of the contact and the opportunity, and not of an email about them.</summary>
    private static bool HappensElsewhere(string words, IReadOnlySet<string> nouns)
    {
        var all = words.Split(' ');
        return all.Zip(all.Skip(1)).Any(pair => nouns.Contains(pair.First) && Changing.Contains(pair.Second))
            || (all is ["a" or "an", var subject, var verb, _, ..] && nouns.Contains(subject) && verb is [.., not ('s' or 'u' or '\'' or '’'), 's'] && verb is not "sales" and not "news");
    }

    /// <summary>"About the merger that's older than a day": an item that has just come is never that old.</summary>
    private static bool SaysHowOld(string words) => (words.Split(' ') is ["a" or "an" or "the", var first, _, ..] && Old.Contains(first)) || Array.Exists(Ages, age => $"{words} ".Contains(age, StringComparison.OrdinalIgnoreCase));

    /// <summary>"About the move to Oslo from Bergen": Bergen is hardly the sender.</summary>
    private static bool GoesOnWithPlace(string words, EventReading read, string prompt) =>
        words.Split(' ') is [.., "to", [>= 'A' and <= 'Z', ..]]
        && read.Conditions.OfType<Comparison>().Any(one => one.Op == Operator.Contains && prompt.Contains($"{words} from {one.Value.Text}", StringComparison.Ordinal));

    private static IEnumerable<string> Meanings(EventReading read) => read.Conditions.SelectMany(ConditionSize.Leaves).Where(leaf => leaf.Op == Operator.Semantic).Select(leaf => leaf.Value.Text ?? "");
}
