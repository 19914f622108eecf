using Cortex.Catalog;

namespace Cortex.Programs;

internal sealed class AnyTest(AnyOf condition, PreparedCondition[] parts, CortexCatalog catalog) : GroupTest(condition, parts, catalog)
{
    public override Truth TruthOf(in Facts facts)
    {
        var result = Truth.False;
        foreach (var part in Parts)
        {
            switch (part.TruthOf(facts))
            {
                case Truth.True:
                    return Truth.True;
                case Truth.Unknown:
                    result = Truth.Unknown;
                    break;
            }
        }

        return result;
    }

    public override Verdict Failure(in Facts facts) => new(TruthOf(facts), Words(), Saw(facts));
}
