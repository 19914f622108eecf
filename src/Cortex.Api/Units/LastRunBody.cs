using Cortex.Storage.Units;

namespace Cortex.Api.Units;

/// <summary>The newest run of an automation, in short.</summary>
internal sealed record LastRunBody(string Id, string Status, DateTime CreatedAt, string? Error)
{
    public static LastRunBody Of(LastRun run) => new(run.Id.ToString(), run.Status, run.CreatedAt.UtcDateTime, run.Error);
}
