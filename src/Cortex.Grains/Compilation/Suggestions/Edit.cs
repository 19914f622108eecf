namespace Cortex.Compilation.Suggestions;

/// <summary>Other words for a place of a prompt.</summary>
/// <param name="At">The place.</param>
/// <param name="Text">What is to stand there; empty to leave it out.</param>
internal sealed record Edit(TextRange At, string Text)
{
    public int End => At.Start + At.Length;

    /// <summary>Whether what stood there says neither when to act nor what to do: a story before the point.</summary>
    public bool IsAside => Text.Length == 0 && At.Start == 0;

    /// <summary>Whether a prompt certainly means the same with it: "let me know" for "let me no", and nothing for "otherwise leave it".</summary>
    public bool IsSame { get; init; }

    /// <summary>How a prompt differs that has it.</summary>
    public Departure In(string prompt)
    {
        var written = prompt.Substring(At.Start, At.Length);
        var isLeftOut = Text.Trim(' ', ',').Length == 0;
        return new([isLeftOut ? ChangeText.LeftOut(written) : ChangeText.Replaced(written, Text)], isLeftOut && !IsAside && !IsSame, IsAside ? [written] : []);
    }

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
