using System.Net;
using System.Text;

namespace Cortex.Programs.Templates;

internal static class HtmlText
{
    /// <summary>What is between the tags, entities decoded. For reading: the result is text, not safe HTML.</summary>
    public static string Strip(string html)
    {
        var text = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var open)
        {
            text.Append(rest[..open]);
            var close = rest[open..].IndexOf('>');
            if (close < 0)
            {
                rest = rest[open..];
                break;
            }

            rest = rest[(open + close + 1)..];
        }

        return WebUtility.HtmlDecode(text.Append(rest).ToString());
    }
}
