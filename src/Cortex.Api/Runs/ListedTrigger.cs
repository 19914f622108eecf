using System.Text;
using System.Text.Json;
using Cortex.Api.Json;
using Cortex.Programs;

namespace Cortex.Api.Runs;

/// <summary>A run's item as lists show it: enough to know it again. Pure.</summary>
internal static class ListedTrigger
{
    /// <summary>Bytes of a text that are shown.</summary>
    public const int TextMax = 200;

    /// <summary>Entries of an array that are shown.</summary>
    public const int EntriesMax = 3;

    private const string Id = "id";

    private const string Meta = "item";

    /// <summary>What happened before the item came to be as it is, and tells nobody which item it is.</summary>
    private const string Previous = "previous";

    /// <summary>The item with its long texts and lists cut, and whether anything was.</summary>
    public static (RawJson Json, bool IsCut) Of(string triggerJson)
    {
        var isCut = false;
        using var document = JsonDocument.Parse(WellFormedJson.Repair(Encoding.UTF8.GetBytes(triggerJson)));
        var json = CanonicalJson.Write(document.RootElement, (writer, root) =>
        {
            writer.WriteStartObject();
            foreach (var field in root.EnumerateObject())
            {
                writer.WritePropertyName(field.Name);
                if (field.NameEquals(Id))
                {
                    field.Value.WriteTo(writer);
                }
                else
                {
                    isCut |= Write(writer, field.Value);
                }
            }

            writer.WriteEndObject();
        });
        return (new(json), isCut);
    }

    /// <summary><c>provider.event</c> of the item; empty where it is not said.</summary>
    public static string TypeOf(string triggerJson)
    {
        using var document = JsonDocument.Parse(triggerJson);
        return document.RootElement.TryGetProperty(Meta, out var meta) && meta.ValueKind == JsonValueKind.Object
            && meta.TryGetProperty("provider", out var provider) && meta.TryGetProperty("event", out var name)
            ? $"{provider.GetString()}.{name.GetString()}"
            : "";
    }

    private static bool Write(Utf8JsonWriter writer, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => WriteText(writer, value.GetString()!),
        JsonValueKind.Array => WriteArray(writer, value),
        JsonValueKind.Object => WriteObject(writer, value),
        _ => WriteWhole(writer, value),
    };

    private static bool WriteText(Utf8JsonWriter writer, string text)
    {
        var shown = CutText.To(text, TextMax);
        writer.WriteStringValue(shown);
        return shown.Length < text.Length;
    }

    private static bool WriteArray(Utf8JsonWriter writer, JsonElement array)
    {
        var isCut = array.GetArrayLength() > EntriesMax;
        writer.WriteStartArray();
        foreach (var entry in array.EnumerateArray().Take(EntriesMax))
        {
            isCut |= Write(writer, entry);
        }

        writer.WriteEndArray();
        return isCut;
    }

    private static bool WriteObject(Utf8JsonWriter writer, JsonElement fields)
    {
        var isCut = false;
        writer.WriteStartObject();
        foreach (var field in fields.EnumerateObject())
        {
            if (field.NameEquals(Previous))
            {
                isCut = true;
                continue;
            }

            writer.WritePropertyName(field.Name);
            isCut |= Write(writer, field.Value);
        }

        writer.WriteEndObject();
        return isCut;
    }

    private static bool WriteWhole(Utf8JsonWriter writer, JsonElement value)
    {
        value.WriteTo(writer);
        return false;
    }
}
