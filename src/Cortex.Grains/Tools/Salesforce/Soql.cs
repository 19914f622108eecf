using System.Globalization;
using System.Text;

namespace Cortex.Tools.Salesforce;

/// <summary>Parts of queries. Names come from a program or the catalog and are checked, values become literals here and nowhere else. (SOQL and SOSL Reference.)</summary>
internal static class Soql
{
    /// <summary>Characters of the longest API name: 40, and a custom one's ending.</summary>
    private const int NameLengthMax = 43;

    /// <summary>A text as a literal: whatever it holds, it stays that text. Compared with <c>=</c>, its wildcards mean nothing.</summary>
    public static string Text(string value)
    {
        var literal = new StringBuilder("'", value.Length + 2);
        foreach (var character in value)
        {
            _ = character switch
            {
                '\\' => literal.Append(@"\\"),
                '\'' => literal.Append(@"\'"),
                '"' => literal.Append("\\\""),
                '\n' => literal.Append(@"\n"),
                '\r' => literal.Append(@"\r"),
                '\t' => literal.Append(@"\t"),
                '\b' => literal.Append(@"\b"),
                '\f' => literal.Append(@"\f"),
                _ when char.IsControl(character) => literal.Append(' '),
                _ => literal.Append(character),
            };
        }

        return literal.Append('\'').ToString();
    }

    /// <summary>A moment as a literal.</summary>
    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day as a literal.</summary>
    public static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A number as a literal.</summary>
    public static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a text can be the name of an object or a field.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= NameLengthMax
        && (char.IsAsciiLetter(text[0]) || text[0] == '_')
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
