using System.Globalization;

namespace Cortex.Compilation.Validation;

/// <summary>
/// The days and times of day in a prompt: <c>March 3rd 2026</c>, <c>3 March 2026</c>, <c>2026-03-03</c>, <c>3/3/2026</c>, <c>9am</c>,
/// <c>09:30</c>, <c>noon</c>.
/// </summary>
internal static class PromptDates
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] TimeLeads = ["in", "since", "until", "till", "before", "after", "by", "during", "from", "this", "next", "last", "than", "every", "each"];

    /// <summary>Every day that a prompt names with its year. Where the order of day and month is open, both readings.</summary>
    public static IReadOnlySet<DateOnly> ReadDays(IReadOnlyList<PromptToken> tokens)
    {
        var days = new HashSet<DateOnly>();
        for (var index = 0; index < tokens.Count; index++)
        {
            foreach (var (year, month, day) in At(tokens, index))
            {
                if (year is >= 1900 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
                {
                    days.Add(new DateOnly(year, month, day));
                }
            }
        }

        return days;
    }

    /// <summary>
    /// Every month that a prompt names, with the tokens of the day and the year at it. What is no name of a month alone ("may", "march") has a number at it, or stands behind a word of time.
    /// </summary>
    public static IEnumerable<(int Month, int From, int To)> ReadMonths(IReadOnlyList<PromptToken> tokens)
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            if (Month(tokens, index) is not { } month)
            {
                continue;
            }

            var from = index;
            from -= Text(tokens, from - 1) == "of" ? 1 : 0;
            from -= Text(tokens, from - 1) is "st" or "nd" or "rd" or "th" ? 1 : 0;
            from = Number(tokens, from - 1) is not null ? from - 1 : index;
            var to = index + 1;
            if (Number(tokens, to) is not null)
            {
                to = Number(tokens, SkipOrdinal(tokens, to + 1)) is not null ? SkipOrdinal(tokens, to + 1) + 1 : to + 1;
            }

            if (to - from > 1 || TimeLeads.Contains(Text(tokens, index - 1)))
            {
                yield return (month, from, to);
            }
        }
    }

    /// <summary>Every time of day that a prompt names.</summary>
    public static IReadOnlySet<TimeOnly> ReadTimes(IReadOnlyList<PromptToken> tokens)
    {
        var times = new HashSet<TimeOnly>();
        for (var index = 0; index < tokens.Count; index++)
        {
            var hour = Number(tokens, index);
            var minute = Text(tokens, index + 1) == ":" ? Number(tokens, index + 2) : null;
            var (hours, minutes, behind) = tokens[index].Text switch
            {
                "noon" or "midday" => (12, 0, ""),
                "midnight" => (0, 0, ""),
                _ when hour is not null && minute is not null => (hour.Value, minute.Value, Half(tokens, index + 3)),
                _ when hour is not null && Text(tokens, index + 1) is "am" or "pm" or "a" or "p" or "o" => (hour.Value, 0, Text(tokens, index + 1)),
                _ when hour is not null && Half(tokens, index + 1) is "am" or "pm" => (hour.Value, 0, Half(tokens, index + 1)),
                _ when hour is not null && index > 0 && tokens[index - 1].Text == "at" => (hour.Value, 0, ""),
                _ => (-1, 0, ""),
            };
            hours = (behind, hours) switch
            {
                ("pm" or "p", < 12) => hours + 12,
                ("am" or "a", 12) => 0,
                _ => hours,
            };
            if (hours is >= 0 and <= 23 && minutes is >= 0 and <= 59)
            {
                times.Add(new TimeOnly(hours, minutes));
            }
        }

        return times;
    }

    /// <summary>"pm" also for "in the evening"; any other word as it is.</summary>
    private static string Half(IReadOnlyList<PromptToken> tokens, int index) => (Text(tokens, index), Text(tokens, index + 1), Text(tokens, index + 2)) switch
    {
        ("in", "the", "morning") => "am",
        ("in", "the", "afternoon" or "evening") => "pm",
        var (first, _, _) => first,
    };

    private static IEnumerable<(int Year, int Month, int Day)> At(IReadOnlyList<PromptToken> tokens, int index)
    {
        if (tokens[index].IsNumber && tokens[index].Text.Split('.') is [var one, var two, var three])
        {
            return Orders(Parse(one), Parse(two), Parse(three));
        }

        if (Text(tokens, index + 1) is "-" or "/" && Text(tokens, index + 3) == Text(tokens, index + 1))
        {
            return Orders(Number(tokens, index), Number(tokens, index + 2), Number(tokens, index + 4));
        }

        if (Month(tokens, index) is { } month)
        {
            var day = Number(tokens, index + 1);
            var behind = SkipOrdinal(tokens, index + 2);
            // "March 2026" is its first day.
            return day is > 31 ? [(day.Value, month, 1)] : day is null ? [] : [(Number(tokens, behind) ?? 0, month, day.Value)];
        }

        if (Number(tokens, index) is { } number)
        {
            var behind = SkipOrdinal(tokens, index + 1);
            behind += Text(tokens, behind) == "of" ? 1 : 0;
            if (Month(tokens, behind) is { } of)
            {
                behind += Text(tokens, behind + 1) == "," ? 2 : 1;
                return [(Number(tokens, behind) ?? 0, of, number)];
            }

            // "since 2026" is its first day.
            return [(number, 1, 1)];
        }

        return [];
    }

    private static IEnumerable<(int Year, int Month, int Day)> Orders(int? first, int? second, int? third) => (first, second, third) switch
    {
        ({ } year, { } month, { } day) when year > 31 => [(year, month, day)],
        ({ } one, { } two, { } year) => [(year, one, two), (year, two, one)],
        _ => [],
    };

    private static int SkipOrdinal(IReadOnlyList<PromptToken> tokens, int index)
    {
        index += Text(tokens, index) is "st" or "nd" or "rd" or "th" ? 1 : 0;
        return index + (Text(tokens, index) == "," ? 1 : 0);
    }

    /// <summary>Whether a word in lower case is the name of a month, in full or shortened.</summary>
    public static bool IsMonth(string word) => MonthOf(word) is not null;

    private static int? Month(IReadOnlyList<PromptToken> tokens, int index) => MonthOf(Text(tokens, index));

    private static int? MonthOf(string word)
    {
        var month = word.Length < 3 ? -1 : Array.FindIndex(Months, name => name == word || name[..3] == word || (word == "sept" && name[0] == 's'));
        return month < 0 ? null : month + 1;
    }

    private static int? Number(IReadOnlyList<PromptToken> tokens, int index) => index >= 0 && index < tokens.Count ? Parse(tokens[index].Text) : null;

    private static int? Parse(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(IReadOnlyList<PromptToken> tokens, int index) => index >= 0 && index < tokens.Count ? tokens[index].Text : "";
}
