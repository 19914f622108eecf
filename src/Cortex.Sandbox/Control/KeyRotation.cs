namespace Cortex.Sandbox.Control;

/// <summary>Another key for the signatures of webhooks, until the sandbox stops.</summary>
/// <param name="Key">The new key; one is made if it is missing.</param>
/// <param name="LingerMs">How long webhooks are still signed with the old key: Nango takes up to five minutes.</param>
internal sealed record KeyRotation(string? Key = null, int LingerMs = 0)
{
    public const int LingerMsMax = 300_000;
}
