using System.Text.Json;

namespace Cortex.Programs;

internal sealed class AllTest(PreparedCondition[] parts) : PreparedCondition
{
    public override bool Holds(JsonElement fields) => FirstFailing(fields) is null;

    public override Verdict Failure(JsonElement fields) => FirstFailing(fields)?.Failure(fields) ?? default;

    public override string? Saw(JsonElement fields) => parts is [var first, ..] ? first.Saw(fields) : null;

    private PreparedCondition? FirstFailing(JsonElement fields)
    {
        foreach (var part in parts)
        {
            if (!part.Holds(fields))
            {
                return part;
            }
        }

        return null;
    }
}
