using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Tools.Ai;

/// <summary>What the model is shown: texts of users and of others, as one JSON value apart from the instructions.</summary>
internal static class ModelData
{
    // Sent as JSON, never put into HTML; letters of other scripts must not cost six tokens each.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject data) => data.ToJsonString(Json);

    /// <summary>An item's fields, in their order, as far as <see cref="AiLimits.InputLengthMax"/> characters go.</summary>
    public static JsonObject Fields(JsonElement fields)
    {
        var shown = new JsonObject();
        var left = AiLimits.InputLengthMax;
        foreach (var field in WellFormedJson.Repair(fields).EnumerateObject())
        {
            if (field.Value.ValueKind == JsonValueKind.String)
            {
                var text = TextCut.To(field.Value.GetString()!, left);
                shown[field.Name] = text;
                left -= text.Length;
            }
            else if (field.Value.GetRawText() is { } raw && raw.Length <= left)
            {
                shown[field.Name] = JsonNode.Parse(raw);
                left -= raw.Length;
            }

            if (left <= 0)
            {
                break;
            }
        }

        return shown;
    }
}
