namespace Cortex.Sandbox.Connections;

/// <summary>The authorisation of a connection is broken: whenever Nango tries to refresh its token, the provider refuses.</summary>
/// <param name="Status">With which status Nango passes a refusal on: 400 or 424.</param>
/// <param name="IsExhausted">Nango has given up: it no longer tries, and every call fails at once.</param>
/// <param name="LogId">Nango's name of the log that tells of it.</param>
/// <param name="LastTriedAt">The last refresh that a call caused; null before the first one.</param>
internal sealed record RefreshFailure(int Status, bool IsExhausted, string LogId, DateTimeOffset? LastTriedAt = null);
