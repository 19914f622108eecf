namespace Cortex.Tools;

/// <summary>Shortens what is too long.</summary>
internal static class TextCut
{
    /// <summary>At most so many characters, the last one an ellipsis where something was left off; no letter is cut in two.</summary>
    public static string To(string text, int lengthMax)
    {
        if (text.Length <= lengthMax)
        {
            return text;
        }

        var end = lengthMax - 1;
        if (end > 0 && char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return string.Concat(text.AsSpan(0, Math.Max(end, 0)), "…");
    }
}
