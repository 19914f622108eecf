namespace Cortex.Sandbox.Webhooks;

/// <summary>Where webhooks go: the primary address, then the secondary one.</summary>
internal sealed class WebhookTargets(SandboxOptions options)
{
    private volatile IReadOnlyList<Uri> urls = options.WebhookUrls;

    public IReadOnlyList<Uri> Urls
    {
        get => urls;
        set => urls = value;
    }
}
