namespace Cortex.Nango;

/// <summary>A session for Nango's Connect UI.</summary>
/// <param name="Token">What <c>@nangohq/frontend</c> takes.</param>
/// <param name="ConnectLink">A page that does the same, or null.</param>
/// <param name="ExpiresAt">30 minutes after it was made.</param>
public sealed record ConnectSession(string Token, string? ConnectLink, DateTimeOffset ExpiresAt);
