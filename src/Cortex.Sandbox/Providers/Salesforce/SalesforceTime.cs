using System.Globalization;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Times as Salesforce writes and reads them: an offset without colon, whole seconds.</summary>
internal static class SalesforceTime
{
    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'.000+0000'", CultureInfo.InvariantCulture);

    /// <summary>Null when it is no moment; a day is none.</summary>
    public static DateTimeOffset? Read(string? text)
        => text is not null && text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    public static bool IsDay(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
