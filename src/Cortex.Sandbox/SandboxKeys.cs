namespace Cortex.Sandbox;

/// <summary>The secrets of one sandbox: given by the environment, or made at its first start and kept in its data folder.</summary>
/// <param name="NangoSecretKey">The API key that callers present as bearer.</param>
/// <param name="WebhookSigningKeys">The keys of webhook signatures; the first one signs.</param>
/// <param name="TokenKey">The RSA key of the tokens, PKCS #8 in base64.</param>
public sealed record SandboxKeys(string NangoSecretKey, IReadOnlyList<string> WebhookSigningKeys, string TokenKey);
