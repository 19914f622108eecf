using System.Collections.Frozen;

namespace Cortex.Compilation.Validation;

/// <summary>The lengths of time in a prompt: <c>15 minutes</c>, <c>two days</c>, <c>48h</c>, <c>an hour and a half</c>, <c>half an hour</c>.</summary>
internal static class PromptDurations
{
    private const int MaxMinutes = 10_000_000;

    private static readonly FrozenDictionary<string, decimal> Units = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["s"] = 1m / 60, ["sec"] = 1m / 60, ["secs"] = 1m / 60, ["second"] = 1m / 60, ["seconds"] = 1m / 60,
        ["m"] = 1, ["min"] = 1, ["mins"] = 1, ["minute"] = 1, ["minutes"] = 1,
        ["h"] = 60, ["hr"] = 60, ["hrs"] = 60, ["hour"] = 60, ["hours"] = 60,
        ["d"] = 1_440, ["day"] = 1_440, ["days"] = 1_440,
        ["w"] = 10_080, ["wk"] = 10_080, ["week"] = 10_080, ["weeks"] = 10_080,
        ["month"] = 43_200, ["months"] = 43_200,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlySet<TimeSpan> Read(IReadOnlyList<PromptToken> tokens) =>
        ReadSpans(tokens).Select(span => span.Minutes).Where(minutes => minutes <= MaxMinutes).Select(minutes => TimeSpan.FromSeconds((double)decimal.Round(minutes * 60))).ToHashSet();

    /// <summary>Each length with the tokens that say it, and each of two that belong together as one.</summary>
    public static IEnumerable<(decimal Minutes, int From, int To)> ReadSpans(IReadOnlyList<PromptToken> tokens)
    {
        var pieces = new List<(decimal Minutes, int From, int To)>();
        foreach (var (value, from, to) in PromptQuantities.Read(tokens).Concat(Articles(tokens)))
        {
            if (Piece(value, tokens, to) is { } piece)
            {
                pieces.Add((piece.Minutes, from, piece.To));
            }
        }

        var byStart = pieces.ToLookup(piece => piece.From);

        // "1 hour and 30 minutes", "1h30m".
        return pieces.Concat(pieces.SelectMany(first => byStart[Behind(first.To, tokens)]
            .Where(second => second.Minutes < first.Minutes)
            .Select(second => (first.Minutes + second.Minutes, first.From, second.To))));
    }

    /// <summary>"an hour", "half an hour", "half a day", "quarter of an hour".</summary>
    private static IEnumerable<(decimal Value, int From, int To)> Articles(IReadOnlyList<PromptToken> tokens)
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            var next = index + 1 < tokens.Count ? tokens[index + 1].Text : "";
            var (value, length) = tokens[index].Text switch
            {
                "half" => (0.5m, next is "a" or "an" ? 2 : 1),
                "quarter" when next == "of" => (0.25m, 3),
                "a" or "an" or "one" when !IsFraction(tokens, index) => (1m, 1),
                _ => (0m, 0),
            };
            if (length > 0)
            {
                yield return (value, index, index + length);
            }
        }
    }

    /// <summary>Whether the article belongs to "half a…" or "quarter of a…", which are less than one.</summary>
    private static bool IsFraction(IReadOnlyList<PromptToken> tokens, int index) => index > 0 && tokens[index - 1].Text is "half" or "of";

    private static (decimal Minutes, int To)? Piece(decimal value, IReadOnlyList<PromptToken> tokens, int to)
    {
        var half = HasHalf(tokens, to);
        var at = half ? to + 3 : to;
        at += at < tokens.Count && tokens[at].Text is "-" or "of" ? 1 : 0;
        if (at >= tokens.Count || value > MaxMinutes || !Units.TryGetValue(tokens[at].Text, out var unit))
        {
            return null;
        }

        return half || !HasHalf(tokens, at + 1)
            ? ((value + (half ? 0.5m : 0)) * unit, at + 1)
            : ((value + 0.5m) * unit, at + 4);
    }

    private static bool HasHalf(IReadOnlyList<PromptToken> tokens, int at) =>
        at + 2 < tokens.Count && tokens[at].Text == "and" && tokens[at + 1].Text == "a" && tokens[at + 2].Text == "half";

    private static int Behind(int to, IReadOnlyList<PromptToken> tokens) => to < tokens.Count && tokens[to].Text is "and" or "," ? to + 1 : to;
}
