using System.Globalization;

namespace Cortex.Programs;

/// <summary>A literal read as a text, a number or a time.</summary>
internal static class LiteralText
{
    public static string Of(Literal literal) => literal switch
    {
        { Text: { } text } => text,
        { Number: { } number } => number.ToString(CultureInfo.InvariantCulture),
        _ => literal.Flag is true ? "true" : "false",
    };

    public static decimal? NumberOf(Literal literal) =>
        literal.Number ?? (decimal.TryParse(literal.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null);

    public static DateTimeOffset? TimeOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
