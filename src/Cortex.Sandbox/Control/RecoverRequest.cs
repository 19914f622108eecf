namespace Cortex.Sandbox.Control;

/// <summary>How a connection's authorisation comes back.</summary>
/// <param name="Webhook">False recovers it silently, as a Nango before August 2026 does.</param>
internal sealed record RecoverRequest(bool Webhook = true);
