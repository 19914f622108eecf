using Cortex.Hosting;

namespace Cortex.Api.Config;

/// <summary>Where Nango is, for its front-end library, and how its integrations are called here.</summary>
/// <param name="ApiUrl">The library's <c>apiURL</c>.</param>
/// <param name="ConnectUrl">The library's <c>baseURL</c>; null where only the session's <c>connectLink</c> knows it.</param>
/// <param name="Integrations">Provider config keys by provider.</param>
internal sealed record NangoConfig(string ApiUrl, string? ConnectUrl, IReadOnlyDictionary<string, string> Integrations)
{
    private const string CloudApiHost = "api.nango.dev";
    private const string CloudConnectUrl = "https://connect.nango.dev";

    public static NangoConfig Of(CortexSettings settings) => new(
        settings.NangoBaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/'),
        settings.NangoConnectUrl?.AbsoluteUri ?? (settings.NangoBaseUrl.Host == CloudApiHost ? CloudConnectUrl : null),
        settings.ProviderConfigKeys.All.ToDictionary(key => settings.ProviderConfigKeys.ProviderOf(key)!, StringComparer.Ordinal));
}
