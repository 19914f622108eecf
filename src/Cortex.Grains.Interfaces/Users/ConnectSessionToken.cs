namespace Cortex;

/// <summary>A session in which a user connects an account with Nango's dialog.</summary>
/// <param name="Token">What <c>@nangohq/frontend</c> takes.</param>
/// <param name="ConnectLink">A page that does the same without the front end, or null.</param>
/// <param name="ExpiresAt">When the token ends; Nango gives it half an hour.</param>
[GenerateSerializer, Immutable, Alias("cortex.connect-session-token")]
public sealed record ConnectSessionToken(string Token, string? ConnectLink, DateTimeOffset ExpiresAt);
