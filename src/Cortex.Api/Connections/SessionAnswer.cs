namespace Cortex.Api.Connections;

internal sealed record SessionAnswer(string Token, string? ConnectLink, DateTime ExpiresAt);
