using System.Globalization;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>Lists, numbers, lengths of time and known values as people say them, and read back.</summary>
internal static class ValueWords
{
    private static readonly (string Noun, char Unit)[] Units = [("second", 's'), ("minute", 'm'), ("hour", 'h'), ("day", 'd')];

    /// <summary>The word for a value of a list that only the provider spells so, like IMPORTANT; null if it is no such value.</summary>
    public static string? Known(string text, ItemField? field) =>
        field is { IsList: true } && field.Values.FirstOrDefault(value => value.Value == text) is { Words: [var word, ..] } ? word : null;

    /// <summary>48h: "48 hours".</summary>
    public static string Duration(string text) =>
        DurationText.TryParse(text) is not null && int.TryParse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
            ? Count(amount, Array.Find(Units, unit => unit.Unit == text[^1]).Noun)
            : text;

    /// <summary>Reads <see cref="Duration"/>; null if there is none.</summary>
    public static string? ReadDuration(Line line) => line.Try(() =>
    {
        var digits = line.TakeWhile(char.IsAsciiDigit);
        return digits.Length > 0 && line.Take(" ") && Array.Find(Units, unit => line.TakeWhole(unit.Noun + "s") || line.TakeWhole(unit.Noun)) is { Noun: not null } found ? digits + found.Unit : null;
    });

    /// <summary>60 minutes: "1 hour"; 90 minutes: "90 minutes".</summary>
    public static string Minutes(int minutes) => minutes switch
    {
        > 0 when minutes % 1_440 == 0 => Count(minutes / 1_440, "day"),
        > 0 when minutes % 60 == 0 => Count(minutes / 60, "hour"),
        _ => Count(minutes, "minute"),
    };

    /// <summary>A number without needless zeros.</summary>
    public static string Number(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a number as it is written; null if there is none.</summary>
    public static string? ReadNumber(Line line) => line.Try(() =>
    {
        var written = line.TakeWhile(character => char.IsAsciiDigit(character) || character is '.' or '-' or '+' or 'e' or 'E').TrimEnd('.');
        return decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? written : null;
    });

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string Join(IReadOnlyList<string> texts) =>
        texts.Count < 2 ? string.Concat(texts) : $"{string.Join(", ", texts.SkipLast(1))} and {texts[^1]}";

    /// <summary>Reads what <see cref="Join"/> wrote; null if there is none.</summary>
    public static IReadOnlyList<T>? ReadList<T>(Line line, Func<T?> read)
        where T : class
    {
        if (line.Try(read) is not { } first)
        {
            return null;
        }

        var items = new List<T> { first };
        while (Next(line, ", ", read) is { } item)
        {
            items.Add(item);
        }

        if (Next(line, " and ", read) is { } last)
        {
            items.Add(last);
        }

        return items;
    }

    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number.ToString(CultureInfo.InvariantCulture)} {noun}s";

    private static T? Next<T>(Line line, string joint, Func<T?> read)
        where T : class => line.Try(() => line.Take(joint) ? read() : null);
}
