using Cortex.Api.Config;
using Cortex.Hosting;

namespace Cortex.Api.Console;

/// <summary>What the console's page may load and whom it may talk to: this origin, Nango's dialog, and whoever signs users in.</summary>
internal static class ConsolePolicy
{
    /// <summary>Where Firebase's SDK signs in and renews tokens.</summary>
    private const string FirebaseHosts = "https://identitytoolkit.googleapis.com https://securetoken.googleapis.com";

    /// <summary>Where Firebase's SDK takes the script from through which it hears of the window in which somebody signs in with Google.</summary>
    private const string GoogleScripts = "https://apis.google.com";

    public static string Of(CortexSettings settings)
    {
        var config = ConfigAnswer.Of(settings);
        var isFirebase = config.Auth.Mode == AuthConfig.FirebaseMode;
        var isGoogle = isFirebase && config.Auth.Firebase.Google;
        var connect = Sources(Origin(config.Nango.ApiUrl), Origin(config.Sandbox?.Url), isFirebase ? FirebaseHosts : null);
        var frames = Sources(Origin(config.Nango.ConnectUrl ?? config.Nango.ApiUrl), isGoogle ? $"https://{config.Auth.Firebase.AuthDomain}" : null);
        return string.Join("; ",
            "default-src 'self'",
            isGoogle ? $"script-src 'self' {GoogleScripts}" : "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            $"connect-src 'self' {connect}",
            $"frame-src {frames}",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'");
    }

    private static string Sources(params string?[] sources) => string.Join(' ', sources.Where(s => s is not null).Distinct(StringComparer.Ordinal));

    private static string? Origin(string? url) => url is null ? null : new Uri(url).GetLeftPart(UriPartial.Authority);
}
