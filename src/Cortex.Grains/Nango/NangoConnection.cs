namespace Cortex.Nango;

/// <summary>What Nango says about a connection.</summary>
/// <param name="ProviderConfigKey">Nango's integration id.</param>
/// <param name="ConnectionId">Nango's connection id.</param>
/// <param name="OwnerUserId">The tag <c>end_user_id</c>, or the legacy end user's id; null if neither is there.</param>
/// <param name="OwnerEmail">The tag <c>end_user_email</c>, or null.</param>
/// <param name="HasAuthError">Whether Nango lists an auth error for it.</param>
/// <param name="CreatedAt">When it was connected, or null if Nango does not say.</param>
public sealed record NangoConnection(
    string ProviderConfigKey, string ConnectionId, string? OwnerUserId, string? OwnerEmail, bool HasAuthError, DateTimeOffset? CreatedAt = null)
{
    /// <summary>Nango's hash of the account's own address at the provider; null for other providers than Google, and for connections made before March 2026.</summary>
    public string? EmailAddressHash { get; init; }
}
