namespace Cortex.Sandbox.Control;

/// <summary>How many calls of its API Nango allows the account in a minute.</summary>
internal sealed record RateLimitRequest(int PerMinute);
