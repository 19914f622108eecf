namespace Cortex.Api.Streams;

/// <summary>An automation that is gone.</summary>
internal sealed record DeletedUnitBody(string Id, bool Deleted);
