using Cortex.Api.Json;
using Cortex.Storage.Units;

namespace Cortex.Api.Units;

/// <summary>An automation.</summary>
internal sealed record UnitBody(
    string Id,
    string Name,
    string Prompt,
    string Status,
    string Health,
    int Version,
    RawJson Program,
    string ProgramHash,
    string Explanation,
    string Compiler,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? LastRunAt,
    ModelUsageBody? ModelUsage)
{
    public static UnitBody Of(UnitView view)
    {
        var unit = view.Unit;
        return new(
            unit.Id.ToString(),
            unit.Name,
            unit.Prompt,
            UnitStatusText.Of(unit.Status),
            view.Health,
            unit.Version,
            new(unit.ProgramJson),
            unit.ProgramHash,
            unit.Explanation,
            unit.Compiler,
            unit.CreatedAt.UtcDateTime,
            unit.UpdatedAt.UtcDateTime,
            view.LastRunAt?.UtcDateTime,
            view.ModelUsage is { } usage ? ModelUsageBody.Of(usage) : null);
    }
}
