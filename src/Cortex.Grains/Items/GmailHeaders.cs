using System.Text.Json;

namespace Cortex.Items;

/// <summary>Reads the headers of a Gmail message resource.</summary>
internal static class GmailHeaders
{
    /// <summary>The values by header name, whose case does not count; a name may have several.</summary>
    public static ILookup<string, string> Of(JsonElement message) => (message.ObjectAt("payload")?.Elements("headers") ?? [])
        .Select(header => (Name: header.Text("name")?.Trim(), Value: header.Text("value")))
        .Where(header => header is { Name: not null, Value: not null })
        .ToLookup(header => header.Name!, header => header.Value!, StringComparer.OrdinalIgnoreCase);
}
