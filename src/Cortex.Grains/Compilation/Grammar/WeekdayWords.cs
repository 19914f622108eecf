using System.Collections.Frozen;
using Cortex.Catalog;

namespace Cortex.Compilation.Grammar;

/// <summary>Weekdays as people name those that come again and again: <c>Mondays</c>, <c>a Saturday or Sunday</c>, <c>weekends</c>, <c>Monday to Friday</c>.</summary>
internal static class WeekdayWords
{
    private const int WorkingDays = 5;

    private static readonly string[] Articles = ["a", "an", "any", "the"];

    private static readonly string[] Joints = [", and ", ", or ", " and on ", " or on ", " and ", " or ", " & ", "/", ", "];

    private static readonly string[] Ranges = [" to ", " through ", " thru ", " till ", " until ", "-", " - ", "–", " – "];

    /// <summary>What is said for several days at once.</summary>
    private static readonly FrozenDictionary<string, string[]> Groups = Pairs(
        ([.. TimeParts.Weekdays.Skip(WorkingDays)], ["weekend", "weekends", "week-end", "week-ends"]),
        ([.. TimeParts.Weekdays.Take(WorkingDays)], ["weekday", "weekdays", "week day", "week days", "workday", "workdays", "work day", "work days", "working day", "working days", "business day", "business days"]));

    /// <summary>Each day with the words for it, and whether they say that any such day is meant.</summary>
    private static readonly (string Words, string Day, bool IsAny)[] Names =
    [
        .. TimeParts.Weekdays.SelectMany(day => new[] { (day.ToLowerInvariant() + "s", day, true), (day.ToLowerInvariant(), day, false), (day[..3].ToLowerInvariant(), day, false) }),
        ("tues", "Tuesday", false), ("thurs", "Thursday", false), ("thur", "Thursday", false),
    ];

    /// <summary>The words with which weekdays can begin.</summary>
    public static IEnumerable<string> Beginnings => [.. Articles, .. Groups.Keys, .. Names.Select(name => name.Words)];

    /// <summary>The words by which a day can be meant without being named.</summary>
    public static IEnumerable<string> GroupsOf(string day) => Groups.Where(group => group.Value.Contains(day)).Select(group => group.Key);

    /// <summary>The days in between, where a text says from which to which.</summary>
    public static bool IsInRange(string text, string day)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if ((start == 0 || !PromptWord.IsPart(text[start - 1])) && Range(text.AsSpan(start)) is { Days: { } days } && days.Contains(day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The days at the start of a text, and the length of their words; a single day counts only where any such day is meant.</summary>
    public static (int Length, IReadOnlyList<string> Days) Read(ReadOnlySpan<char> text)
    {
        var (length, days, isAny) = One(text);
        var count = length > 0 ? 1 : 0;
        while (length > 0 && Joint(text[length..]) is > 0 and var joint && One(text[(length + joint)..]) is { Length: > 0 } next)
        {
            length += joint + next.Length;
            days = [.. days.Union(next.Days)];
            isAny |= next.IsAny;
            count++;
        }

        return length > 0 && (isAny || count > 1) ? (length, [.. TimeParts.Weekdays.Where(days.Contains)]) : (0, []);
    }

    private static (int Length, IReadOnlyList<string> Days, bool IsAny) One(ReadOnlySpan<char> text)
    {
        var lead = 0;
        foreach (var article in Articles)
        {
            if (PromptWord.Match(text, article) is > 0 and var found && text.Length > found && text[found] == ' ')
            {
                lead = found + 1;
                break;
            }
        }

        var rest = text[lead..];
        if (lead == 0 && Range(rest) is { Length: > 0 } range)
        {
            return (range.Length, range.Days, true);
        }

        foreach (var (words, days) in Groups)
        {
            if (PromptWord.Match(rest, words) > 0 && !GoesOn(rest[words.Length..]))
            {
                return (lead + words.Length, days, true);
            }
        }

        // "The Friday" is a certain one.
        var isThe = lead > 0 && PromptWord.Match(text, "the") > 0;
        return !isThe && Name(rest) is { Length: > 0 } name ? (lead + name.Length, [name.Day], name.IsAny || lead > 0) : default;
    }

    private static (int Length, IReadOnlyList<string> Days) Range(ReadOnlySpan<char> text)
    {
        if (Name(text, endsAtHyphen: true) is not { Length: > 0 } first)
        {
            return default;
        }

        foreach (var joint in Ranges)
        {
            var rest = text[first.Length..];
            if (rest.StartsWith(joint, StringComparison.OrdinalIgnoreCase) && Name(rest[joint.Length..]) is { Length: > 0 } last)
            {
                var (from, until) = (TimeParts.Weekdays.Index().First(one => one.Item == first.Day).Index, TimeParts.Weekdays.Index().First(one => one.Item == last.Day).Index);
                var count = ((until - from + TimeParts.Weekdays.Count) % TimeParts.Weekdays.Count) + 1;
                return (first.Length + joint.Length + last.Length, [.. Enumerable.Range(from, count).Select(index => TimeParts.Weekdays[index % TimeParts.Weekdays.Count])]);
            }
        }

        return default;
    }

    private static (int Length, string Day, bool IsAny) Name(ReadOnlySpan<char> text, bool endsAtHyphen = false)
    {
        var word = PromptWord.Length(text);
        if (endsAtHyphen && text[..word].IndexOf('-') is > 0 and var hyphen)
        {
            word = hyphen;
        }

        foreach (var (words, day, isAny) in Names)
        {
            if (word == words.Length && text[..word].Equals(words, StringComparison.OrdinalIgnoreCase))
            {
                return (word, day, isAny);
            }
        }

        return default;
    }

    private static int Joint(ReadOnlySpan<char> text)
    {
        foreach (var joint in Joints)
        {
            if (text.StartsWith(joint, StringComparison.OrdinalIgnoreCase))
            {
                return joint.Length;
            }
        }

        return 0;
    }

    /// <summary>"Weekend trips" are no weekends.</summary>
    private static bool GoesOn(ReadOnlySpan<char> text) => text is ['\'' or '’' or '-', ..];

    private static FrozenDictionary<string, string[]> Pairs(params (string[] Days, string[] Words)[] groups) =>
        groups.SelectMany(group => group.Words, (group, words) => (words, group.Days)).ToFrozenDictionary(pair => pair.words, pair => pair.Days, StringComparer.OrdinalIgnoreCase);
}
