using Cortex.Catalog;

namespace Cortex.Programs;

internal sealed class AllTest(AllOf condition, PreparedCondition[] parts, CortexCatalog catalog) : GroupTest(condition, parts, catalog)
{
    public override Truth TruthOf(in Facts facts)
    {
        var result = Truth.True;
        foreach (var part in Parts)
        {
            switch (part.TruthOf(facts))
            {
                case Truth.False:
                    return Truth.False;
                case Truth.Unknown:
                    result = Truth.Unknown;
                    break;
            }
        }

        return result;
    }

    public override Verdict Failure(in Facts facts) =>
        (First(Truth.False, facts) ?? First(Truth.Unknown, facts))?.Failure(facts) ?? new Verdict(Truth.True);

    public override PreparedCondition? SoleFailing(in Facts facts)
    {
        PreparedCondition? sole = null;
        foreach (var part in Parts)
        {
            if (part.TruthOf(facts) != Truth.False)
            {
                continue;
            }

            if (sole is not null)
            {
                return null;
            }

            sole = part;
        }

        return sole?.SoleFailing(facts);
    }
}
