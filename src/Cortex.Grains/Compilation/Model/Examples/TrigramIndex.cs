using System.Runtime.InteropServices;

namespace Cortex.Compilation.Model.Examples;

/// <summary>
/// Texts by each three characters in a row that they hold: two with many of them in common read alike, whatever their words. What nearly every text holds counts little.
/// </summary>
internal sealed class TrigramIndex
{
    private const int Length = 3;

    private readonly Dictionary<(char, char, char), double> _rarity = [];
    private readonly Dictionary<(char, char, char), double>[] _texts;

    public TrigramIndex(IReadOnlyList<string> texts)
    {
        var counted = texts.Select(Count).ToList();
        foreach (var key in counted.SelectMany(one => one.Keys))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_rarity, key, out _)++;
        }

        foreach (var key in _rarity.Keys.ToList())
        {
            _rarity[key] = Math.Log((texts.Count + 1) / _rarity[key]);
        }

        _texts = [.. counted.Select(Weigh)];
    }

    /// <summary>How alike a text is to each of the texts, in their order: the cosine, 1 for the same and 0 for nothing in common.</summary>
    public IReadOnlyList<double> Likeness(string text)
    {
        var asked = Weigh(Count(text));
        return [.. _texts.Select(known => asked.Sum(one => one.Value * known.GetValueOrDefault(one.Key)))];
    }

    private static Dictionary<(char, char, char), double> Count(string text)
    {
        var counts = new Dictionary<(char, char, char), double>();
        // A space at both ends makes the first and the last word count as words.
        var padded = $" {text} ";
        for (var i = 0; i + Length <= padded.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (padded[i], padded[i + 1], padded[i + 2]), out _)++;
        }

        return counts;
    }

    /// <summary>Of length 1, so that a product of two is their cosine; what no text holds is left out.</summary>
    private Dictionary<(char, char, char), double> Weigh(Dictionary<(char, char, char), double> counts)
    {
        var weighed = counts.Where(one => _rarity.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => one.Value * _rarity[one.Key]);
        var norm = Math.Sqrt(weighed.Values.Sum(weight => weight * weight));
        return norm == 0 ? [] : weighed.ToDictionary(one => one.Key, one => one.Value / norm);
    }
}
