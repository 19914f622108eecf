namespace Cortex.Api.Connections;

internal sealed record ConnectionAnswer(ConnectionBody Connection);
