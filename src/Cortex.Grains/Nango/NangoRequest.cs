namespace Cortex.Nango;

/// <summary>One request to Nango.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathAndQuery">Below the base address, beginning with a slash, escaped.</param>
/// <param name="Priority">Whom it serves.</param>
/// <param name="Connection">What the two connection headers say, or null for none.</param>
/// <param name="JsonBody">The body, or null.</param>
/// <param name="Gate">Asked before it goes out, or null.</param>
internal sealed record NangoRequest(
    HttpMethod Method, string PathAndQuery, CallPriority Priority, NangoConnectionName? Connection = null, string? JsonBody = null,
    IEffectGate? Gate = null)
{
    /// <summary>What the paths of calls that go on to a provider begin with.</summary>
    public const string ProxyPrefix = "/proxy";

    /// <summary>Whether a provider answers it, and not Nango.</summary>
    public bool IsProxied => PathAndQuery.StartsWith(ProxyPrefix, StringComparison.Ordinal);
}
