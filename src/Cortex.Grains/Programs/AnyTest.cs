using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

internal sealed class AnyTest(AnyOf condition, PreparedCondition[] parts, CortexCatalog catalog) : PreparedCondition
{
    public override bool Holds(JsonElement fields)
    {
        foreach (var part in parts)
        {
            if (part.Holds(fields))
            {
                return true;
            }
        }

        return false;
    }

    public override Verdict Failure(JsonElement fields) => new(Holds: false, ConditionWords.Sentence(condition, catalog), Saw(fields));

    public override string? Saw(JsonElement fields) => parts is [var first, ..] ? first.Saw(fields) : null;
}
