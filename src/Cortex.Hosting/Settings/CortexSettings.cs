namespace Cortex.Hosting;

/// <summary>Everything that the environment decides, read and checked once at start by <see cref="SettingsReader"/>.</summary>
public sealed record CortexSettings
{
    /// <summary><c>DATABASE_URL</c>.</summary>
    public required string DatabaseUrl { get; init; }

    /// <summary><c>REDIS_URL</c>; null: one process, which is a cluster by itself.</summary>
    public string? RedisUrl { get; init; }

    /// <summary><c>FIREBASE_PROJECT_ID</c>: the audience of ID tokens.</summary>
    public required string FirebaseProjectId { get; init; }

    /// <summary><c>FIREBASE_AUTHORITY</c>: the issuer of ID tokens; Firebase's own unless overridden.</summary>
    public required Uri FirebaseAuthority { get; init; }

    /// <summary><c>FIREBASE_WEB_API_KEY</c>: the public key with which the console signs in at Firebase; null: nobody can sign in there.</summary>
    public string? FirebaseWebApiKey { get; init; }

    /// <summary><c>FIREBASE_GOOGLE_SIGN_IN</c>: whether the console offers to sign in with a Google account; the Firebase project must allow it.</summary>
    public bool OffersGoogleSignIn { get; init; }

    /// <summary><c>CORTEX_SANDBOX_URL</c>: the sandbox, for the console, where it stands in for the outside world; never in production.</summary>
    public Uri? SandboxUrl { get; init; }

    /// <summary><c>NANGO_SECRET_KEY</c>: the key of Nango's API.</summary>
    public required string NangoSecretKey { get; init; }

    /// <summary><c>NANGO_BASE_URL</c>.</summary>
    public required Uri NangoBaseUrl { get; init; }

    /// <summary><c>NANGO_CONNECT_URL</c>: Nango's Connect UI, for front ends; null where it is not known.</summary>
    public Uri? NangoConnectUrl { get; init; }

    /// <summary><c>NANGO_WEBHOOK_SIGNING_KEY</c>: one key, or two while one is being rotated; the API key where there is none.</summary>
    public required IReadOnlyList<string> WebhookSigningKeys { get; init; }

    /// <summary><c>GROQ_API_KEY</c>; null: only wordings that the built-in compiler understands compile.</summary>
    public string? GroqApiKey { get; init; }

    /// <summary><c>GROQ_BASE_URL</c>.</summary>
    public required Uri GroqBaseUrl { get; init; }

    /// <summary><c>GROQ_MODEL</c>: one that supports strict JSON schemas.</summary>
    public required string GroqModel { get; init; }

    /// <summary><c>GROQ_PRICE_INPUT</c>: US dollars per million tokens of questions; null: what they cost is not known.</summary>
    public decimal? GroqInputPrice { get; init; }

    /// <summary><c>GROQ_PRICE_OUTPUT</c>: US dollars per million tokens of answers; null: what they cost is not known.</summary>
    public decimal? GroqOutputPrice { get; init; }

    /// <summary><c>PORT</c>: the API's port.</summary>
    public required int Port { get; init; }

    /// <summary><c>MANAGEMENT_PORT</c>: where <c>/metrics</c> is served.</summary>
    public required int ManagementPort { get; init; }

    /// <summary><c>CORS_ORIGINS</c>; none: same origin only.</summary>
    public required IReadOnlyList<string> CorsOrigins { get; init; }

    /// <summary><c>CORTEX_CATALOG_GMAIL</c>, <c>…_CALENDAR</c>, <c>…_SALESFORCE</c>.</summary>
    public required ProviderConfigKeys ProviderConfigKeys { get; init; }

    /// <summary><c>LOG_LEVEL</c>.</summary>
    public required string LogLevel { get; init; }

    /// <summary><c>RETENTION_DAYS</c>: how long events, runs and steps are kept.</summary>
    public required int RetentionDays { get; init; }

    /// <summary><c>PROVIDER_TIMEOUT_SECONDS</c>: how long one request to a provider may take until its answer begins.</summary>
    public required int ProviderTimeoutSeconds { get; init; }

    /// <summary><c>RECONCILE_AFTER_SECONDS</c>: how old a change must be before its webhook is taken for lost.</summary>
    public required int ReconcileAfterSeconds { get; init; }

    /// <summary><c>WEBHOOK_MAX_BYTES</c>: the largest webhook body that is taken.</summary>
    public required int WebhookBytesMax { get; init; }

    /// <summary><c>CORTEX_SILO_PORT</c>: silo to silo; 0 picks a free one.</summary>
    public required int SiloPort { get; init; }

    /// <summary><c>CORTEX_GATEWAY_PORT</c>: API process to silo; 0 picks a free one.</summary>
    public required int GatewayPort { get; init; }

    /// <summary><c>CORTEX_ADVERTISED_IP</c>: the address at which other processes reach this silo; null lets Orleans choose one of this host's.</summary>
    public System.Net.IPAddress? AdvertisedAddress { get; init; }

    /// <summary><c>CORTEX_LISTEN</c>: true for <c>any</c> address (containers; the default in production), false for <c>loopback</c>.</summary>
    public required bool ListensOnAnyAddress { get; init; }

    /// <summary>Whether <c>ASPNETCORE_ENVIRONMENT</c> or <c>NODE_ENV</c> says production.</summary>
    public required bool IsProduction { get; init; }
}
