using Cortex.Hosting;

namespace Cortex.Api.Config;

/// <summary>The sandbox that stands in for the outside world, for a front end that lets its user play that world.</summary>
/// <param name="Url">Where its control routes are.</param>
internal sealed record SandboxConfig(string Url)
{
    public static SandboxConfig? Of(CortexSettings settings) => settings.SandboxUrl is { } url ? new(url.AbsoluteUri.TrimEnd('/')) : null;
}
