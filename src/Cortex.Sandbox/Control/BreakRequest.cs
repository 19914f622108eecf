namespace Cortex.Sandbox.Control;

/// <summary>How a connection's authorisation breaks.</summary>
/// <param name="Exhausted">Nango has given up refreshing: every call fails with 424 at once.</param>
/// <param name="Webhook">False breaks it silently; the first call that needs the token then finds out, and its webhook tells.</param>
/// <param name="Status">With which status Nango passes the provider's refusal on: 400, as today, or 424.</param>
internal sealed record BreakRequest(bool Exhausted = false, bool Webhook = true, int Status = StatusCodes.Status400BadRequest);
