using Cortex.Hosting;

namespace Cortex.Api.Config;

/// <summary>What a front end needs to start.</summary>
/// <param name="Auth">How users sign in.</param>
/// <param name="Nango">Where Nango is.</param>
/// <param name="Sandbox">The sandbox; null where the outside world is real.</param>
/// <param name="Version">The version of this build.</param>
/// <param name="Model">The language model; null where there is none, or while no silo says how it is.</param>
internal sealed record ConfigAnswer(AuthConfig Auth, NangoConfig Nango, SandboxConfig? Sandbox, string Version, ModelConfig? Model)
{
    public static ConfigAnswer Of(CortexSettings settings, ModelStatus? model = null) =>
        new(AuthConfig.Of(settings), NangoConfig.Of(settings), SandboxConfig.Of(settings), ApiVersion.Text, ModelConfig.Of(model));
}
