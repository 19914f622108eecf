namespace Cortex.Api.Connections;

internal sealed record ConnectionsAnswer(IEnumerable<ConnectionBody> Connections, string? NextCursor);
