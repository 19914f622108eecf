using System.Text;

namespace Cortex.Api.Json;

/// <summary>Cuts texts by their size in UTF-8, never through a character.</summary>
internal static class CutText
{
    /// <summary>The longest beginning of a text that has at most so many bytes.</summary>
    public static string To(string text, int bytesMax)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytesMax)
        {
            return text;
        }

        var (bytes, length) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > bytesMax)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
