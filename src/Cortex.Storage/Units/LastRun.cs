namespace Cortex.Storage.Units;

/// <summary>The newest run of a unit, in short.</summary>
public sealed record LastRun(RunId Id, string Status, DateTimeOffset CreatedAt, string? Error);
