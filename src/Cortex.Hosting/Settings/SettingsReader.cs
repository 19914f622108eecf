using System.Globalization;
using System.Net;
using Cortex.Storage;

namespace Cortex.Hosting;

/// <summary>Reads the settings from the environment and reports every fault at once.</summary>
public static class SettingsReader
{
    private const int MebibyteBytes = 1024 * 1024;

    /// <summary>US dollars per million tokens; a larger one is a mistake in the unit.</summary>
    private const int PriceMax = 10_000;

    /// <summary>Reads and checks all settings.</summary>
    /// <param name="environment">Looks a variable up; null or empty when it is not set.</param>
    /// <exception cref="SettingsException">Something is missing or malformed; its message lists all of it.</exception>
    public static CortexSettings Read(Func<string, string?> environment)
    {
        var v = new Variables(environment);
        var firebaseProject = v.Required("FIREBASE_PROJECT_ID");
        var nangoKey = v.Required("NANGO_SECRET_KEY");
        var settings = new CortexSettings
        {
            IsProduction = IsProduction(environment),
            ListensOnAnyAddress = v.OneOf("CORTEX_LISTEN", IsProduction(environment) ? "any" : "loopback", ["any", "loopback"]) == "any",
            DatabaseUrl = v.Checked("DATABASE_URL", v.Required("DATABASE_URL"), text => DatabaseUrl.ToConnectionString(text)),
            RedisUrl = v.Optional("REDIS_URL") is { } redis ? v.Checked("REDIS_URL", redis, text => RedisUrl.Parse(text)) : null,
            FirebaseProjectId = firebaseProject,
            FirebaseAuthority = v.Url("FIREBASE_AUTHORITY", $"https://securetoken.google.com/{firebaseProject}", plainOnLoopbackOnly: true),
            FirebaseWebApiKey = v.Optional("FIREBASE_WEB_API_KEY"),
            OffersGoogleSignIn = v.OneOf("FIREBASE_GOOGLE_SIGN_IN", "off", ["on", "off"]) == "on",
            SandboxUrl = v.Sandbox("CORTEX_SANDBOX_URL", IsProduction(environment)),
            NangoSecretKey = nangoKey,
            NangoBaseUrl = v.Url("NANGO_BASE_URL", "https://api.nango.dev", plainOnLoopbackOnly: false),
            NangoConnectUrl = v.Optional("NANGO_CONNECT_URL") is null ? null : v.Url("NANGO_CONNECT_URL", "https://connect.nango.dev", plainOnLoopbackOnly: false),
            WebhookSigningKeys = v.List("NANGO_WEBHOOK_SIGNING_KEY", nangoKey, atMost: 2),
            GroqApiKey = v.Optional("GROQ_API_KEY"),
            GroqBaseUrl = v.Url("GROQ_BASE_URL", "https://api.groq.com/openai/v1", plainOnLoopbackOnly: true),
            GroqModel = v.Text("GROQ_MODEL", "openai/gpt-oss-120b"),
            GroqInputPrice = v.Price("GROQ_PRICE_INPUT"),
            GroqOutputPrice = v.Price("GROQ_PRICE_OUTPUT"),
            Port = v.Number("PORT", 8080, 0, IPEndPoint.MaxPort),
            ManagementPort = v.Number("MANAGEMENT_PORT", 9090, 0, IPEndPoint.MaxPort),
            CorsOrigins = v.List("CORS_ORIGINS", "", atMost: 50),
            ProviderConfigKeys = new(
                v.Text("CORTEX_CATALOG_GMAIL", "google-mail-ynxw"),
                v.Text("CORTEX_CATALOG_CALENDAR", "google-calendar"),
                v.Text("CORTEX_CATALOG_SALESFORCE", "salesforce-2")),
            LogLevel = v.OneOf("LOG_LEVEL", "info", ["debug", "info", "warn", "error"]),
            RetentionDays = v.Number("RETENTION_DAYS", 30, 1, 3650),
            ReconcileAfterSeconds = v.Number("RECONCILE_AFTER_SECONDS", 60, 1, 3600),
            ProviderTimeoutSeconds = v.Number("PROVIDER_TIMEOUT_SECONDS", 45, 1, 300),
            WebhookBytesMax = v.Number("WEBHOOK_MAX_BYTES", 4 * MebibyteBytes, 1024, 64 * MebibyteBytes),
            SiloPort = v.Number("CORTEX_SILO_PORT", 11111, 0, IPEndPoint.MaxPort),
            GatewayPort = v.Number("CORTEX_GATEWAY_PORT", 30000, 0, IPEndPoint.MaxPort),
            AdvertisedAddress = v.Optional("CORTEX_ADVERTISED_IP") is { } ip ? v.Address("CORTEX_ADVERTISED_IP", ip) : null,
        };
        v.ThrowIfFaulty();
        return settings;
    }

    /// <summary>Whether the environment is production: there nothing local stands in for what is missing.</summary>
    public static bool IsProduction(Func<string, string?> environment) =>
        (environment("ASPNETCORE_ENVIRONMENT") is { Length: > 0 } name ? name : environment("NODE_ENV")) is { } value
        && value.Equals("production", StringComparison.OrdinalIgnoreCase);

    private sealed class Variables(Func<string, string?> environment)
    {
        private readonly List<string> _missing = [];
        private readonly List<string> _malformed = [];

        public string? Optional(string name) => environment(name) is { Length: > 0 } value ? value.Trim() : null;

        public string Text(string name, string otherwise) => Optional(name) ?? otherwise;

        public string Required(string name)
        {
            if (Optional(name) is { } value)
            {
                return value;
            }

            _missing.Add(name);
            return "";
        }

        public string Checked(string name, string value, Action<string> check)
        {
            try
            {
                if (value.Length > 0)
                {
                    check(value);
                }
            }
            catch (FormatException e)
            {
                _malformed.Add($"{name}: {e.Message}");
            }

            return value;
        }

        public int Number(string name, int otherwise, int least, int most)
        {
            if (Optional(name) is not { } text)
            {
                return otherwise;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            _malformed.Add($"{name} is '{text}'; it must be a whole number from {least} to {most}.");
            return otherwise;
        }

        public decimal? Price(string name)
        {
            if (Optional(name) is not { } text)
            {
                return null;
            }

            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price <= PriceMax)
            {
                return price;
            }

            _malformed.Add($"{name} is '{text}'; it must be US dollars per million tokens, from 0 to {PriceMax}.");
            return null;
        }

        public string OneOf(string name, string otherwise, string[] allowed)
        {
            var value = Text(name, otherwise).ToLowerInvariant();
            if (!allowed.Contains(value))
            {
                _malformed.Add($"{name} is '{value}'; it must be one of {string.Join(", ", allowed)}.");
            }

            return value;
        }

        public string[] List(string name, string otherwise, int atMost)
        {
            var values = Text(name, otherwise).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (values.Length > atMost)
            {
                _malformed.Add($"{name} has {values.Length} values; at most {atMost} are taken.");
            }

            return values;
        }

        public Uri Url(string name, string otherwise, bool plainOnLoopbackOnly)
        {
            var text = Text(name, otherwise);
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                _malformed.Add($"{name} is '{text}'; it must be an http or https URL.");
                return new Uri(otherwise);
            }

            if (plainOnLoopbackOnly && url.Scheme == "http" && !url.IsLoopback)
            {
                _malformed.Add($"{name} is '{text}'; plain http is accepted for a loopback host only.");
            }

            return url;
        }

        public Uri? Sandbox(string name, bool isProduction)
        {
            if (Optional(name) is null)
            {
                return null;
            }

            var url = Url(name, "http://localhost", plainOnLoopbackOnly: false);
            if (isProduction || !url.IsLoopback)
            {
                _malformed.Add($"{name} is set; a sandbox stands in for the outside world on this machine only, and never in production.");
            }

            return url;
        }

        public IPAddress? Address(string name, string text)
        {
            if (IPAddress.TryParse(text, out var address))
            {
                return address;
            }

            _malformed.Add($"{name} is '{text}'; it must be an IP address.");
            return null;
        }

        public void ThrowIfFaulty()
        {
            if (_missing.Count + _malformed.Count == 0)
            {
                return;
            }

            var missing = _missing.Count == 0 ? "" : $"Missing settings: {string.Join(", ", _missing)}. ";
            throw new SettingsException((missing + string.Join(" ", _malformed)).Trim());
        }
    }
}
