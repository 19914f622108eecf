namespace Cortex.Sandbox.Control;

/// <summary>Where webhooks go from now on, until the sandbox stops.</summary>
internal sealed record WebhookAddress(string Url);
