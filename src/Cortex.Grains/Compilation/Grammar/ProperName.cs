using System.Collections.Frozen;

namespace Cortex.Compilation.Grammar;

/// <summary>
/// Tells words without quotes that are a name, and all of it: each begins with a capital or a digit, the word before them does not, and the sentence surely goes on behind them.
/// </summary>
internal static class ProperName
{
    /// <summary>Words that begin another part of a sentence, and no part of a name.</summary>
    private static readonly FrozenSet<string> Joints = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "and", "or", "then", "but", "if", "when", "whenever", "unless", "except", "also", "otherwise", "else");

    public static bool Is(string prompt, int start, int length)
    {
        var text = prompt.AsSpan(start, length);
        return IsBehindSmall(prompt.AsSpan(0, start).TrimEnd()) && IsEnd(prompt.AsSpan(start + length)) && IsCapital(text);
    }

    /// <summary>In a prompt that is written in capitals they tell nothing.</summary>
    private static bool IsBehindSmall(ReadOnlySpan<char> before)
    {
        var start = before.LastIndexOfAny(' ', '\n', '\t') + 1;
        return start < before.Length && !char.IsUpper(before[start]);
    }

    private static bool IsCapital(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split(' '))
        {
            if (text[range] is not [var first, ..] || !(char.IsUpper(first) || char.IsAsciiDigit(first)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsEnd(ReadOnlySpan<char> behind)
    {
        var rest = behind.TrimStart(' ');
        return rest is [] or [',' or ';' or '.' or ':' or '!' or '?' or '\n' or '\r' or '→', ..] || Joints.Contains(rest[..PromptWord.Length(rest)].ToString());
    }
}
