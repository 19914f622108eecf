using Cortex.Api.Json;
using Cortex.Storage.Units;

namespace Cortex.Api.Units;

/// <summary>An automation.</summary>
/// <param name="Health">The worst of the providers that it uses: <c>needs_connection</c> where one has no account, <c>needs_reauth</c> where no account at one works until it is connected again, or <c>ok</c>.</param>
/// <param name="Accounts">The accounts that it may use, the trigger's provider first, at each provider those that work first, at most 20.</param>
/// <param name="ReadBack">The explanation in its parts; null for one that was compiled before they were kept.</param>
/// <param name="RunsLastDay">Runs for what happened in the last 24 hours, and reruns in them; 1,000 stands for as many or more.</param>
/// <param name="FailedOfLastFive">How many of its last five ended runs failed, among its 50 newest.</param>
internal sealed record UnitBody(
    string Id,
    string Name,
    string Prompt,
    string Status,
    string Health,
    IReadOnlyList<UnitAccountBody> Accounts,
    int Version,
    RawJson Program,
    string ProgramHash,
    string Explanation,
    ReadBackBody? ReadBack,
    string Compiler,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? LastRunAt,
    LastRunBody? LastRun,
    int RunsLastDay,
    int FailedOfLastFive,
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
            [.. view.Accounts.Select(UnitAccountBody.Of)],
            unit.Version,
            new(unit.ProgramJson),
            unit.ProgramHash,
            unit.Explanation,
            ReadBackBody.Of(unit.ReadBackJson),
            unit.Compiler,
            unit.CreatedAt.UtcDateTime,
            unit.UpdatedAt.UtcDateTime,
            view.Activity.LastRun?.CreatedAt.UtcDateTime,
            view.Activity.LastRun is { } last ? LastRunBody.Of(last) : null,
            view.Activity.RunsLastDay,
            view.Activity.FailedOfLastFive,
            view.ModelUsage is { } usage ? ModelUsageBody.Of(usage) : null);
    }
}
