using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>The item that a step's own doing would bring, as far as it is known before it is done.</summary>
/// <param name="Known">Fields whose value is certain.</param>
/// <param name="Set">Fields that the step sets, to whatever.</param>
/// <param name="SameItem">The item that set the step off, changed; otherwise a new one.</param>
/// <param name="IsChange">Only what it sets can have changed.</param>
/// <param name="FromUser">Mail or an event of the user's own.</param>
internal sealed record Effect(
    IReadOnlyDictionary<string, JsonElement> Known,
    IReadOnlySet<string> Set,
    bool SameItem = false,
    bool IsChange = false,
    bool FromUser = false)
{
    /// <summary>Whether the effect may meet a condition. What is not certain is possible.</summary>
    public Possibility Meets(Condition condition, CortexCatalog catalog) => condition switch
    {
        AllOf all => All(all.Parts.Select(part => Meets(part, catalog))),
        AnyOf any => All(any.Parts.Select(part => Meets(part, catalog).Negated)).Negated,
        NotOf not => Meets(not.Part, catalog).Negated,
        Comparison comparison => Meets(comparison, catalog),
        _ => Possibility.Unknown,
    };

    private static Possibility All(IEnumerable<Possibility> parts)
    {
        var all = Possibility.Certain(holds: true);
        foreach (var part in parts)
        {
            all = new Possibility(all.CanHold && part.CanHold, all.CanFail || part.CanFail);
        }

        return all;
    }

    private Possibility Meets(Comparison comparison, CortexCatalog catalog)
    {
        if (comparison.Op == Operator.Semantic || catalog.FindField(comparison.Field) is not { } field)
        {
            return Possibility.Unknown;
        }

        if (comparison.Field == ItemFieldNames.Changed && IsChange)
        {
            return comparison.Value.Text is { } name ? new Possibility(Set.Contains(name), CanFail: true) : Possibility.Unknown;
        }

        if (comparison.Edge && IsChange)
        {
            return Edge(comparison, catalog);
        }

        // Whoever names another sender or organizer does not mean himself; a whole domain may be his own.
        if (FromUser && field.Kind == FieldKind.Address && field.Prepositions.Contains("from"))
        {
            return comparison.Op is Operator.Equals or Operator.Contains ? Possibility.Certain(holds: false) : Possibility.Unknown;
        }

        return Known.TryGetValue(comparison.Field, out var value) ? Possibility.Certain(Holds(comparison, value, catalog)) : Possibility.Unknown;
    }

    /// <summary>
    /// What a step does not touch does not become anything. Of the item itself: what it sets to a fixed value either fails the
    /// comparison or met it before already, since that is what set the step off.
    /// </summary>
    private Possibility Edge(Comparison comparison, CortexCatalog catalog)
    {
        if (!Set.Contains(comparison.Field))
        {
            return Possibility.Certain(holds: false);
        }

        if (!Known.TryGetValue(comparison.Field, out var value))
        {
            return Possibility.Unknown;
        }

        return SameItem || !Holds(comparison, value, catalog) ? Possibility.Certain(holds: false) : Possibility.Unknown;
    }

    private static bool Holds(Comparison comparison, JsonElement value, CortexCatalog catalog) =>
        new Probe(comparison, catalog).Holds(Probe.ItemOf(comparison.Field, value));
}
