using System.Globalization;
using System.Text;

namespace Cortex.Programs.Templates;

/// <summary>Formats a time by the letters that Liquid has from strftime; other letters stay as they are written.</summary>
internal static class DateFormat
{
    public static string Apply(string time, string format)
    {
        if (LiteralText.TimeOf(time) is not { } moment)
        {
            return time;
        }

        var text = new StringBuilder(format.Length * 2);
        for (var index = 0; index < format.Length; index++)
        {
            if (format[index] != '%' || index + 1 == format.Length)
            {
                text.Append(format[index]);
                continue;
            }

            var unpadded = format[index + 1] == '-' && index + 2 < format.Length;
            index += unpadded ? 2 : 1;
            text.Append(One(moment, format[index], unpadded) ?? format.Substring(index - 1, 2));
        }

        return text.ToString();
    }

    private static string? One(DateTimeOffset moment, char letter, bool unpadded)
    {
        var padded = letter switch
        {
            'Y' => Text("yyyy"),
            'y' => Text("yy"),
            'm' => Text("MM"),
            'd' => Text("dd"),
            'e' => Text("%d"),
            'H' => Text("HH"),
            'I' => Text("hh"),
            'M' => Text("mm"),
            'S' => Text("ss"),
            'p' => Text("tt"),
            'B' => Text("MMMM"),
            'b' => Text("MMM"),
            'A' => Text("dddd"),
            'a' => Text("ddd"),
            'F' => Text("yyyy-MM-dd"),
            'T' => Text("HH:mm:ss"),
            '%' => "%",
            _ => null,
        };
        return unpadded && padded is ['0', .. var digits] ? digits : padded;

        string Text(string pattern) => moment.ToString(pattern, CultureInfo.InvariantCulture);
    }
}
