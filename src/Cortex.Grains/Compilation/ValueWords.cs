using System.Globalization;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>Values as people say them.</summary>
internal static class ValueWords
{
    /// <summary>A value that only the provider spells so, like IMPORTANT, in the words that people have for it.</summary>
    public static string Of(string text, ItemField? field) =>
        field?.Values.FirstOrDefault(value => value.Value.Equals(text, StringComparison.OrdinalIgnoreCase)) is { Words: [var word, ..] }
        && text.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_')
            ? word
            : text;

    /// <summary>48h: "48 hours".</summary>
    public static string Duration(string text) => DurationText.TryParse(text) is null
        ? text
        : Count(
            int.Parse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture),
            text[^1] switch { 's' => "second", 'm' => "minute", 'h' => "hour", _ => "day" });

    /// <summary>60 minutes: "1 hour"; 90 minutes: "90 minutes".</summary>
    public static string Minutes(int minutes) => minutes switch
    {
        > 0 when minutes % 1_440 == 0 => Count(minutes / 1_440, "day"),
        > 0 when minutes % 60 == 0 => Count(minutes / 60, "hour"),
        _ => Count(minutes, "minute"),
    };

    /// <summary>A moment after a verb: "at 2026-03-03 09:00 UTC", "on 2026-03-03", "tomorrow at 09:00", "in 3 days".</summary>
    public static string Time(string text)
    {
        if (IsoTime.TryParse(text) is { } moment)
        {
            return text.Length == "yyyy-MM-dd".Length
                ? $"on {text}"
                : $"at {moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC";
        }

        if (RelativeTime.TryParse(text) is not { } relative)
        {
            return text;
        }

        var day = relative.Unit is { } unit
            ? relative.Amount < 0 ? $"{Count(-relative.Amount, Lower(unit))} before" : $"in {Count(relative.Amount, Lower(unit))}"
            : relative.Day switch
            {
                RelativeDay.Weekday => $"next {relative.Weekday}",
                RelativeDay.Weekend => "this weekend",
                RelativeDay.NextWeekend => "next weekend",
                RelativeDay.NextWeek => "next week",
                RelativeDay.NextMonth => "next month",
                var other => Lower(other),
            };
        return relative.Time is { } time ? $"{day} at {time.ToString("HH:mm", CultureInfo.InvariantCulture)}" : day;
    }

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Join(IReadOnlyList<string> texts) =>
        texts.Count < 2 ? string.Concat(texts) : $"{string.Join(", ", texts.SkipLast(1))} and {texts[^1]}";

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number.ToString(CultureInfo.InvariantCulture)} {noun}s";

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
