namespace Cortex.Sandbox.Records;

/// <summary>One run of a sync, as its webhook reports it.</summary>
internal sealed record SyncRun(DateTimeOffset StartedAt, bool IsInitial, int Added, int Updated, int Deleted);
