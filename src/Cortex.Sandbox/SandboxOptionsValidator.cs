using System.Text.RegularExpressions;
using Cortex.Sandbox.Nango;

namespace Cortex.Sandbox;

internal static partial class SandboxOptionsValidator
{
    private const int SyncSecondsMax = 3_600;

    private static readonly string[] LogLevels = ["debug", "info", "warn", "error", "none"];

    public static IEnumerable<string> Faults(SandboxOptions options)
    {
        if (options.Port is < 0 or > 65535)
        {
            yield return $"SANDBOX_PORT is {options.Port}; ports go from 0 (any free one) to 65535.";
        }

        if (options.WebhookUrls.Count > 2)
        {
            yield return $"SANDBOX_WEBHOOK_URL holds {options.WebhookUrls.Count} addresses; Nango knows a primary and a secondary one.";
        }

        foreach (var url in options.WebhookUrls.Where(url => url.Scheme is not ("http" or "https")))
        {
            yield return $"SANDBOX_WEBHOOK_URL holds '{url}', which is not an http or https address.";
        }

        if (options.NangoSecretKey is { } key && !ApiKey.IsUuidV4(key))
        {
            yield return "NANGO_SECRET_KEY is not a UUID v4, which Nango's API keys are.";
        }

        if (!ProjectId().IsMatch(options.FirebaseProjectId))
        {
            yield return $"FIREBASE_PROJECT_ID is '{options.FirebaseProjectId}'; a project id is made of lower-case letters, digits and dashes.";
        }

        if (!LogLevels.Contains(options.LogLevel))
        {
            yield return $"LOG_LEVEL is '{options.LogLevel}'; it may be {string.Join(", ", LogLevels)}.";
        }

        string[] integrations = [options.GmailKey, options.CalendarKey, options.SalesforceKey];
        if (integrations.Distinct(StringComparer.Ordinal).Count() != integrations.Length)
        {
            yield return "CORTEX_CATALOG_GMAIL, CORTEX_CATALOG_CALENDAR and CORTEX_CATALOG_SALESFORCE must differ.";
        }

        if (options.SyncSeconds is < 0 or > SyncSecondsMax)
        {
            yield return $"SANDBOX_SYNC_SECONDS is {options.SyncSeconds}; it may be 0 (only when triggered) to {SyncSecondsMax}.";
        }

        if (options.RateLimitPerMinute < 1)
        {
            yield return $"SANDBOX_RATE_LIMIT is {options.RateLimitPerMinute}; at least 1 call per minute is needed.";
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$")]
    private static partial Regex ProjectId();
}
