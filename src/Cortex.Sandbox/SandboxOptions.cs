using System.Diagnostics.CodeAnalysis;

namespace Cortex.Sandbox;

/// <summary>All that can be set on a sandbox, with the limits that hold in it.</summary>
public sealed class SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; } = 8090;

    /// <summary>The folder that holds the keys and the journal; one sandbox at a time may use it.</summary>
    public string DataFolder { get; init; } = ".cortex/sandbox";

    /// <summary>Where webhooks go: the primary address and, if there are two, the secondary one after it.</summary>
    public IReadOnlyList<Uri> WebhookUrls { get; init; } = [];

    /// <summary>The origins of consoles whose pages may make tokens, connections and items; none unless set.</summary>
    public IReadOnlyList<string> ConsoleOrigins { get; init; } = [];

    /// <summary>The API key that callers must present, a UUID v4; made once and kept if unset.</summary>
    public string? NangoSecretKey { get; init; }

    /// <summary>The keys of webhook signatures; the first one signs. Made once and kept if empty.</summary>
    public IReadOnlyList<string> WebhookSigningKeys { get; init; } = [];

    /// <summary>The audience of the tokens and the last segment of their issuer.</summary>
    public string FirebaseProjectId { get; init; } = "cortex-sandbox";

    /// <summary>The least severe log line that is written: debug, info, warn, error or none.</summary>
    public string LogLevel { get; init; } = "info";

    /// <summary>Nango's name of the Gmail integration.</summary>
    public string GmailKey { get; init; } = "google-mail-ynxw";

    /// <summary>Nango's name of the Google Calendar integration.</summary>
    public string CalendarKey { get; init; } = "google-calendar";

    /// <summary>Nango's name of the Salesforce integration.</summary>
    public string SalesforceKey { get; init; } = "salesforce-2";

    /// <summary>Nango API calls per minute; Nango's plans give 200 to some thousands, a bench wants to be left alone.</summary>
    public int RateLimitPerMinute { get; init; } = 100_000;

    /// <summary>Seconds until a sync run finds what calls through the proxy changed; at Nango it is up to five minutes. 0: only when a run is triggered.</summary>
    public int SyncSeconds { get; init; } = 30;

    /// <summary>Provider calls that are remembered; older ones are forgotten.</summary>
    public int CallsKeptMax { get; init; } = 10_000;

    /// <summary>Faults, and prepared model answers, that may wait at a time.</summary>
    public int PreparedMax { get; init; } = 1_000;

    /// <summary>Webhooks that may be on their way, retries included; one more is dropped, as Nango would lose it.</summary>
    public int WebhooksInFlightMax { get; init; } = 10_000;

    /// <summary>Records in one call of the items route.</summary>
    public int RecordsPerCallMax { get; init; } = 10_000;

    /// <summary>Records that one call of the items route may make of those that it holds.</summary>
    public int RecordsRepeatedMax { get; init; } = 100_000;

    /// <summary>A journal that has grown beyond this many bytes is written anew without what is void.</summary>
    public long JournalCompactionBytes { get; init; } = 32L << 20;

    /// <summary>Reads the environment; all faults are reported together.</summary>
    public static bool TryRead(
        Func<string, string?> read, [NotNullWhen(true)] out SandboxOptions? options, out IReadOnlyList<string> faults)
        => SandboxOptionsReader.TryRead(read, out options, out faults);
}
