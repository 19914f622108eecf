namespace Cortex.Sandbox.Webhooks;

/// <summary>The key that webhooks are signed with. For a while after a rotation it is still the old one.</summary>
internal sealed class SigningKeys(SandboxKeys keys, TimeProvider time)
{
    /// <summary>How long Nango may go on with the old key.</summary>
    public static readonly TimeSpan LingerMax = TimeSpan.FromMinutes(5);

    private readonly Lock access = new();
    private string current = keys.WebhookSigningKeys[0];
    private (string Key, DateTimeOffset Until)? old;

    /// <summary>What the next webhook is signed with.</summary>
    public string Signing
    {
        get
        {
            lock (access)
            {
                return old is { } lingering && time.GetUtcNow() < lingering.Until ? lingering.Key : current;
            }
        }
    }

    /// <summary>Takes another key, or makes one.</summary>
    public string Rotate(string? key, TimeSpan linger)
    {
        lock (access)
        {
            old = (current, time.GetUtcNow() + linger);
            return current = key ?? Guid.NewGuid().ToString();
        }
    }
}
