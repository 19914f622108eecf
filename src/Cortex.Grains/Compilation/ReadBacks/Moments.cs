using System.Globalization;
using System.Text.RegularExpressions;
using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>
/// Days and times of day as people say them, and read back: as a thing (<c>2026-03-03 09:00 UTC</c>, <c>3 days later</c>), or after a verb (<c>at 2026-03-03 09:00 UTC</c>, <c>in 3 days</c>).
/// A time without an offset stays without one: it is the user's own.
/// </summary>
internal static partial class Moments
{
    private static readonly (RelativeDay Day, string Words)[] Days =
    [
        (RelativeDay.Now, "now"), (RelativeDay.Today, "today"), (RelativeDay.Tomorrow, "tomorrow"), (RelativeDay.Yesterday, "yesterday"),
        (RelativeDay.NextWeekend, "next weekend"), (RelativeDay.NextWeek, "next week"), (RelativeDay.NextMonth, "next month"), (RelativeDay.Weekend, "this weekend"),
    ];

    private static readonly string[] Units = [.. Enum.GetValues<RelativeUnit>().Select(Noun)];

    private static readonly string[] Weekdays = [.. Enum.GetValues<DayOfWeek>().Select(day => $"next {Lower(day)}")];

    /// <summary>The one spelling that programs have for a moment; any other text as it is.</summary>
    public static string Spelling(string text)
    {
        if (IsoTime.TryParse(text) is not null)
        {
            var parts = Iso().Match(text);
            return $"{parts.Groups["day"].Value}{(parts.Groups["clock"].Success ? "T" : "")}{parts.Groups["clock"].Value}{Seconds(parts)}{parts.Groups["zone"].Value}";
        }

        return RelativeTime.TryParse(text) is { } relative ? Spelling(relative) : text;
    }

    /// <summary>As a thing; null for what is no moment.</summary>
    public static string? Thing(string text) =>
        IsoTime.TryParse(text) is not null ? Written(text)
        : RelativeTime.TryParse(text) is { } relative ? Words(relative, afterVerb: false)
        : null;

    /// <summary>After a verb; null for what is no moment.</summary>
    public static string? AfterVerb(string text) =>
        IsoTime.TryParse(text) is not null ? $"{(text.Length == "yyyy-MM-dd".Length ? "on" : "at")} {Written(text)}"
        : RelativeTime.TryParse(text) is { } relative ? Words(relative, afterVerb: true)
        : null;

    /// <summary>Reads <see cref="Thing"/>, in the program's spelling; null if there is none.</summary>
    public static string? ReadThing(Line line) => ReadIso(line) ?? line.Try(() => ReadRelative(line, afterVerb: false));

    /// <summary>Reads <see cref="AfterVerb"/>, in the program's spelling; null if there is none.</summary>
    public static string? ReadAfterVerb(Line line) =>
        line.Try(() => line.Take("on ") || line.Take("at ") ? ReadIso(line) : null) ?? line.Try(() => ReadRelative(line, afterVerb: true));

    /// <summary>Reads a day of the calendar, with or without a time of day; null if there is none.</summary>
    public static string? ReadIso(Line line) => line.Try(() =>
    {
        var parts = Said().Match(line.Rest.ToString());
        if (!parts.Success)
        {
            return null;
        }

        line.Take(parts.Length);
        var (clock, zone) = (parts.Groups["clock"].Value, parts.Groups["zone"].Value);
        return $"{parts.Groups["day"].Value}{(clock.Length > 0 ? "T" : "")}{clock}{(zone.Equals("UTC", StringComparison.OrdinalIgnoreCase) ? "Z" : zone)}";
    });

    private static string Written(string text)
    {
        var spelling = Spelling(text).Replace('T', ' ');
        return spelling is [.. var local, 'Z'] ? $"{local} UTC" : Offset().Replace(spelling, " $0");
    }

    private static string Seconds(Match parts) =>
        decimal.TryParse(parts.Groups["seconds"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds != 0
            ? $":{seconds.ToString("00.#######", CultureInfo.InvariantCulture)}"
            : "";

    private static string Spelling(RelativeTime relative)
    {
        var day = relative switch
        {
            { Unit: { } unit } => $"{(relative.Amount < 0 ? '-' : '+')}{ValueWords.Count(Math.Abs(relative.Amount), Noun(unit))}",
            { Day: RelativeDay.Weekday } => $"next {Lower(relative.Weekday!.Value)}",
            var other => Said(other.Day),
        };
        return relative.Time is { } time ? $"{day} {Clock(time)}" : day;
    }

    private static string Words(RelativeTime relative, bool afterVerb)
    {
        var amount = relative.Unit is { } unit ? ValueWords.Count(Math.Abs(relative.Amount), Noun(unit)) : "";
        var day = relative switch
        {
            { Unit: not null, Amount: < 0 } => $"{amount} before",
            { Unit: not null } => afterVerb ? $"in {amount}" : $"{amount} later",
            { Day: RelativeDay.Weekday } => $"next {relative.Weekday}",
            var other => Said(other.Day),
        };
        return relative.Time is { } time ? $"{day} at {Clock(time)}" : day;
    }

    private static string? ReadRelative(Line line, bool afterVerb)
    {
        var day = line.Try(() => Amount(line, afterVerb)) ?? Day(line);
        var clock = day is null ? null : line.Try(() => line.Take(" at ") && line.TakeWhile(character => char.IsAsciiDigit(character) || character == ':') is { Length: > 0 } time ? time.TrimEnd(':') : null);
        return clock is null ? day : $"{day} {clock}";
    }

    private static string? Amount(Line line, bool afterVerb)
    {
        var isAhead = afterVerb && line.Take("in ");
        if (!int.TryParse(line.TakeWhile(char.IsAsciiDigit), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || !line.Take(" "))
        {
            return null;
        }

        var unit = Array.Find(Units, unit => line.TakeWhole(unit + "s") || line.TakeWhole(unit));
        var sign = unit is null ? "" : isAhead || (!afterVerb && line.TakeWhole(" later")) ? "+" : line.TakeWhole(" before") ? "-" : "";
        return sign.Length == 0 ? null : $"{sign}{ValueWords.Count(amount, unit!)}";
    }

    private static string? Day(Line line) =>
        Array.Find(Days, day => line.TakeWhole(day.Words)).Words
        ?? Array.Find(Weekdays, line.TakeWhole);

    private static string Said(RelativeDay day) => Array.Find(Days, one => one.Day == day).Words;

    private static string Noun(RelativeUnit unit) => unit.ToString().ToLowerInvariant();

    private static string Lower(DayOfWeek day) => day.ToString().ToLowerInvariant();

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<day>\d{4}-\d\d-\d\d)(T(?<clock>\d\d:\d\d)(:(?<seconds>\d\d(\.\d+)?))?(?<zone>Z|[+-]\d\d:\d\d)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<day>\d{4}-\d\d-\d\d)( (?<clock>\d\d:\d\d(:\d\d(\.\d{1,7})?)?)( (?<zone>UTC|[+-]\d\d:\d\d))?)?(?![\d:])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Said();

    [GeneratedRegex(@"[+-]\d\d:\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
