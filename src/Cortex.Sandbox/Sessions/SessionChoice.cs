namespace Cortex.Sandbox.Sessions;

/// <summary>What a user does in a connect dialog.</summary>
/// <param name="Token">The session's token.</param>
/// <param name="ProviderConfigKey">The integration that is chosen; needed when the session allows more than one.</param>
/// <param name="Allow">False denies the access.</param>
internal sealed record SessionChoice(string Token, string? ProviderConfigKey = null, bool Allow = true);
