namespace Cortex.Sandbox.Records;

internal sealed record ModelStatus(string Model, SyncRun LastRun, int RecordCount);
