using Cortex.Compilation.Grammar;

namespace Cortex.Compilation;

/// <summary>Says in one line where two explanations part.</summary>
internal static class ReadingDifference
{
    /// <summary>What is longer is read with more ease in the explanations themselves.</summary>
    private const int LengthMax = 120;

    private static readonly char[] Marks = ['.', ',', ';'];

    public static string Question(CompileResult.Compiled one, CompileResult.Compiled other)
    {
        var (first, second) = Parting(Words(one.Explanation), Words(other.Explanation));
        return (first, second) switch
        {
            ({ Length: > LengthMax }, _) or (_, { Length: > LengthMax }) => $"It can be read in two ways, which differ in {Parts(one, other)}. Which one do you mean?",
            ("", _) => $"Does it say this as well, or not: {second}?",
            (_, "") => $"Does it say this as well, or not: {first}?",
            _ => $"Which one do you mean: {first}, or: {second}?",
        };
    }

    private static string Parts(CompileResult.Compiled one, CompileResult.Compiled other) => (one.ReadBack.When == other.ReadBack.When, one.ReadBack.Then.SequenceEqual(other.ReadBack.Then)) switch
    {
        (true, _) => "what is done",
        (_, true) => "when it happens",
        _ => "when it happens and in what is done",
    };

    /// <summary>What is left of each when the words at the beginning and at the end that are the same are taken off.</summary>
    private static (string First, string Second) Parting(List<string> one, List<string> other)
    {
        var start = 0;
        while (start < Math.Min(one.Count, other.Count) && one[start] == other[start])
        {
            start++;
        }

        var end = 0;
        while (end < Math.Min(one.Count, other.Count) - start && one[^(end + 1)] == other[^(end + 1)])
        {
            end++;
        }

        return (Joined(one, start, end), Joined(other, start, end));
    }

    private static string Joined(List<string> words, int start, int end) =>
        string.Concat(words[start..^end].SkipWhile(IsMark).Select((word, index) => index == 0 || IsMark(word) ? word : $" {word}")).TrimEnd(Marks);

    private static bool IsMark(string word) => word is [var only] && Marks.Contains(only);

    /// <summary>Words, and the marks behind them; a text in quotes is one.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && !char.IsWhiteSpace(text[index]))
            {
                index += Math.Max(0, (index == start ? QuotedText.Length(text.AsSpan(index)) : 0) - 1);
                continue;
            }

            var marked = text.AsSpan(start, index - start);
            var word = marked.TrimEnd(Marks);
            if (word.Length > 0)
            {
                words.Add(word.ToString());
            }

            foreach (var mark in marked[word.Length..])
            {
                words.Add(mark.ToString());
            }

            start = index + 1;
        }

        return words;
    }
}
