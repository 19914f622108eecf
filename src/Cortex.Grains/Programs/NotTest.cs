using System.Text.Json;
using Cortex.Catalog;

namespace Cortex.Programs;

internal sealed class NotTest(NotOf condition, PreparedCondition part, CortexCatalog catalog) : PreparedCondition
{
    public override bool Holds(JsonElement fields) => !part.Holds(fields);

    public override Verdict Failure(JsonElement fields) => new(Holds: false, ConditionWords.Sentence(condition, catalog), Saw(fields));

    public override string? Saw(JsonElement fields) => part.Saw(fields);
}
