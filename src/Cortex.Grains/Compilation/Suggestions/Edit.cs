namespace Cortex.Compilation.Suggestions;

/// <summary>Other words for a place of a prompt.</summary>
/// <param name="At">The place.</param>
/// <param name="Text">What is to stand there; empty to leave it out.</param>
internal sealed record Edit(TextRange At, string Text)
{
    public int End => At.Start + At.Length;

    /// <summary>How a prompt differs that has it.</summary>
    public string ChangeIn(string prompt)
    {
        var written = prompt.Substring(At.Start, At.Length);
        return Text.Trim(' ', ',').Length == 0 ? ChangeText.LeftOut(written) : ChangeText.Replaced(written, Text);
    }

    /// <summary>What is left out with it.</summary>
    public Looseness LoosenessIn(string prompt) =>
        Text.Trim(' ', ',').Length > 0 || At.Start == 0 ? Looseness.None
        : prompt.Substring(At.Start, At.Length).Split(' ', '(', ')').Any(Weights.IsNegative) ? Looseness.Exception
        : Looseness.Condition;

    /// <summary>The prompt with all of some edits, none of which overlaps another.</summary>
    public static string Apply(string prompt, IEnumerable<Edit> edits)
    {
        foreach (var edit in edits.OrderByDescending(edit => edit.At.Start))
        {
            var (before, behind) = (prompt[..edit.At.Start], prompt[edit.End..]);
            prompt = edit.Text.Length == 0 ? $"{before.TrimEnd(' ')}{(behind is [' ', ..] || before.Length == 0 ? "" : " ")}{behind}" : $"{before}{(before is [.., not ' ' and not '\n' and not '('] && char.IsLetter(edit.Text[0]) ? " " : "")}{edit.Text}{behind}";
        }

        return prompt.Trim();
    }
}
