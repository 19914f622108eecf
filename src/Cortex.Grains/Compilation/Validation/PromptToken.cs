namespace Cortex.Compilation.Validation;

/// <summary>A word, a number or a mark of a prompt.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Start">Where it begins in the prompt.</param>
internal readonly record struct PromptToken(string Text, int Start)
{
    public int End => Start + Text.Length;

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    public bool IsWord => char.IsLetter(Text[0]);

    /// <summary>Splits a prompt: runs of letters, runs of digits with the points and commas between them, and every other mark by itself.</summary>
    public static IReadOnlyList<PromptToken> Split(string prompt)
    {
        var tokens = new List<PromptToken>();
        for (var start = 0; start < prompt.Length;)
        {
            var end = start + 1;
            if (char.IsAsciiDigit(prompt[start]))
            {
                while (end < prompt.Length && (char.IsAsciiDigit(prompt[end])
                    || (prompt[end] is '.' or ',' && end + 1 < prompt.Length && char.IsAsciiDigit(prompt[end + 1]))))
                {
                    end++;
                }
            }
            else if (char.IsLetter(prompt[start]))
            {
                while (end < prompt.Length && char.IsLetter(prompt[end]))
                {
                    end++;
                }
            }

            if (!char.IsWhiteSpace(prompt[start]))
            {
                tokens.Add(new PromptToken(prompt[start..end].ToLowerInvariant(), start));
            }

            start = end;
        }

        return tokens;
    }
}
