using System.Reflection;

namespace Cortex.Api.Config;

internal static class ApiVersion
{
    /// <summary>The version of this build, with its commit where the build knew it.</summary>
    public static string Text { get; } =
        typeof(ApiVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
