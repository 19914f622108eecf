using Cortex.Hosting;

namespace Cortex.Api.Config;

/// <summary>What a front end needs to start.</summary>
internal sealed record ConfigAnswer(AuthConfig Auth, NangoConfig Nango, SandboxConfig? Sandbox, string Version)
{
    public static ConfigAnswer Of(CortexSettings settings) => new(AuthConfig.Of(settings), NangoConfig.Of(settings), SandboxConfig.Of(settings), ApiVersion.Text);
}
