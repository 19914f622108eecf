namespace Cortex.Compilation.Suggestions;

/// <summary>Finds the wordings most like a part of a prompt: the cosine of their features, each weighted by how few wordings have it. Built once; reading it takes no lock.</summary>
internal sealed class PartIndex
{
    private const double OfStrange = 0.3;

    private readonly List<HeardForm> _forms = [];
    private readonly Dictionary<string, List<(int Form, double Weight)>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);

    public PartIndex(IEnumerable<PartWording> wordings)
    {
        var features = new List<HashSet<string>>();
        foreach (var form in wordings.SelectMany(wording => wording.Heard, (wording, heard) => new HeardForm(wording, heard)))
        {
            _forms.Add(form);
            features.Add([.. PieceFeatures.Of(form.Heard)]);
        }

        foreach (var group in features.SelectMany(set => set).GroupBy(feature => feature, StringComparer.Ordinal))
        {
            _rarity[group.Key] = Math.Log(1 + ((double)features.Count / group.Count()));
        }

        for (var form = 0; form < features.Count; form++)
        {
            var length = Math.Sqrt(features[form].Sum(feature => _rarity[feature] * _rarity[feature]));
            foreach (var feature in features[form])
            {
                if (!_postings.TryGetValue(feature, out var list))
                {
                    _postings[feature] = list = [];
                }

                list.Add((form, _rarity[feature] / length));
            }
        }
    }

    /// <summary>The forms that are at least so near, the nearest first.</summary>
    public IReadOnlyList<NearForm> Nearest(IEnumerable<string> features, double least)
    {
        var scores = new double[_forms.Count];
        var length = 0.0;
        foreach (var feature in features.ToHashSet(StringComparer.Ordinal))
        {
            if (!_rarity.TryGetValue(feature, out var rarity))
            {
                // What no wording has is not like any, but it may be a name or a meaning.
                rarity = OfStrange;
            }

            length += rarity * rarity;
            foreach (var (form, weight) in _postings.GetValueOrDefault(feature) ?? [])
            {
                scores[form] += rarity * weight;
            }
        }

        if (length == 0)
        {
            return [];
        }

        var near = new List<NearForm>();
        for (var form = 0; form < scores.Length; form++)
        {
            if (scores[form] / Math.Sqrt(length) is > 0 and var similarity && similarity >= least)
            {
                near.Add(new NearForm(_forms[form], similarity));
            }
        }

        return [.. near.OrderByDescending(one => one.Similarity)];
    }
}
