using System.Text.Json;

namespace Cortex.Api.Webhooks;

/// <summary>Tells a JSON object from everything else without building it: what is asked here comes from anybody.</summary>
internal static class JsonObject
{
    private static readonly JsonReaderOptions Reading = new() { MaxDepth = WebhookEnvelope.DepthMax };

    public static bool Is(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, Reading);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
