using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cortex.Sandbox;

internal static class SandboxOptionsReader
{
    public static bool TryRead(
        Func<string, string?> read, [NotNullWhen(true)] out SandboxOptions? options, out IReadOnlyList<string> faults)
    {
        List<string> found = [];
        var defaults = new SandboxOptions();
        var parsed = new SandboxOptions
        {
            Port = Number(read, "SANDBOX_PORT", defaults.Port, found),
            DataFolder = Text(read, "SANDBOX_DATA") ?? defaults.DataFolder,
            WebhookUrls = Urls(read, found),
            ConsoleOrigins = List(read, "SANDBOX_CONSOLE_ORIGINS"),
            NangoSecretKey = Text(read, "NANGO_SECRET_KEY"),
            WebhookSigningKeys = List(read, "NANGO_WEBHOOK_SIGNING_KEY"),
            FirebaseProjectId = Text(read, "FIREBASE_PROJECT_ID") ?? defaults.FirebaseProjectId,
            LogLevel = Text(read, "LOG_LEVEL") ?? defaults.LogLevel,
            GmailKey = Text(read, "CORTEX_CATALOG_GMAIL") ?? defaults.GmailKey,
            CalendarKey = Text(read, "CORTEX_CATALOG_CALENDAR") ?? defaults.CalendarKey,
            SalesforceKey = Text(read, "CORTEX_CATALOG_SALESFORCE") ?? defaults.SalesforceKey,
            SyncSeconds = Number(read, "SANDBOX_SYNC_SECONDS", defaults.SyncSeconds, found),
            RateLimitPerMinute = Number(read, "SANDBOX_RATE_LIMIT", defaults.RateLimitPerMinute, found),
        };
        found.AddRange(SandboxOptionsValidator.Faults(parsed));
        faults = found;
        options = found.Count == 0 ? parsed : null;
        return options is not null;
    }

    private static string? Text(Func<string, string?> read, string name)
        => string.IsNullOrWhiteSpace(read(name)) ? null : read(name)!.Trim();

    private static string[] List(Func<string, string?> read, string name)
        => Text(read, name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static int Number(Func<string, string?> read, string name, int otherwise, List<string> faults)
    {
        if (Text(read, name) is not { } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add($"{name} is '{text}', which is not a whole number.");
        return otherwise;
    }

    private static List<Uri> Urls(Func<string, string?> read, List<string> faults)
    {
        List<Uri> urls = [];
        foreach (var text in List(read, "SANDBOX_WEBHOOK_URL"))
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var url))
            {
                urls.Add(url);
            }
            else
            {
                faults.Add($"SANDBOX_WEBHOOK_URL holds '{text}', which is not an absolute address.");
            }
        }

        return urls;
    }
}
