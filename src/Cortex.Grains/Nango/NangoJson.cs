using System.Text.Json;

namespace Cortex.Nango;

/// <summary>Reads bodies as JSON.</summary>
internal static class NangoJson
{
    private const int DepthMax = 1_000;

    /// <summary>The body, detached from its bytes; null if it is not JSON.</summary>
    public static JsonElement? TryParse(NangoReply reply)
    {
        try
        {
            using var document = Parse(reply.Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The body as a document; the reader disposes of it.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body) => JsonDocument.Parse(WellFormedJson.Repair(body), new() { MaxDepth = DepthMax });
}
