namespace Cortex.Compilation.Builtin;

/// <summary>Parts of a prompt, none of which overlaps another: what is left over goes before what was understood.</summary>
internal sealed class PromptSpans(string prompt)
{
    private readonly List<TextRange> _leftOver = [];
    private readonly List<UnderstoodSpan> _understood = [];

    public void AddLeftOver(TextRange range)
    {
        foreach (var free in Free(range, Taken))
        {
            if (_leftOver is [.., var last] && last.Start + last.Length <= free.Start && !HasWords(last.Start + last.Length, free.Start))
            {
                _leftOver[^1] = new TextRange(last.Start, free.Start + free.Length - last.Start);
            }
            else
            {
                _leftOver.Add(free);
            }
        }
    }

    public void AddUnderstood(TextRange range, string words) => _understood.AddRange(Free(range, Taken).Select(free => new UnderstoodSpan(free, words)));

    public (IReadOnlyList<UnderstoodSpan> Understood, IReadOnlyList<TextRange> LeftOver) Result() =>
        ([.. _understood.OrderBy(span => span.At.Start)], [.. _leftOver.OrderBy(range => range.Start)]);

    private IEnumerable<TextRange> Taken => _leftOver.Concat(_understood.Select(span => span.At)).OrderBy(range => range.Start);

    /// <summary>What of a range is in no other, as far as it has words, without the marks around them.</summary>
    private List<TextRange> Free(TextRange range, IEnumerable<TextRange> taken)
    {
        var free = new List<TextRange>();
        var start = range.Start;
        var end = Math.Min(range.Start + range.Length, prompt.Length);
        foreach (var other in taken.Where(other => other.Start < end && other.Start + other.Length > range.Start).Append(new TextRange(end, 0)))
        {
            if (Trimmed(start, Math.Min(other.Start, end)) is { } part)
            {
                free.Add(part);
            }

            start = Math.Max(start, other.Start + other.Length);
        }

        return free;
    }

    private TextRange? Trimmed(int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(prompt[start]) || prompt[start] is ',' or ';' or '.' or ':'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(prompt[end - 1]) || prompt[end - 1] is ',' or ';' or '.' or ':'))
        {
            end--;
        }

        return HasWords(start, end) ? new TextRange(start, end - start) : null;
    }

    private bool HasWords(int start, int end)
    {
        for (var index = start; index < end; index++)
        {
            if (char.IsLetterOrDigit(prompt[index]))
            {
                return true;
            }
        }

        return false;
    }
}
