namespace Cortex.Sandbox.Records;

/// <summary>What a sync script saves: a payload, or the word that the record is gone.</summary>
internal sealed record RecordInput(string Id, string Payload, bool IsDeletion);
