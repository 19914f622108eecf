using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Json;

/// <summary>
/// Writes JSON as Nango does before it signs: no spaces, the keys of every object in UTF-16 code unit order, and the escapes of
/// JavaScript's JSON.stringify. The framework's writer escapes emoji and more whatever encoder it is given, hence this one.
/// </summary>
internal static class StableJson
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                AppendObject(text, members);
                break;
            case JsonArray items:
                AppendArray(text, items);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                AppendString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonObject members)
    {
        text.Append('{');
        var separator = "";
        foreach (var (key, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            text.Append(separator);
            AppendString(text, key);
            text.Append(':');
            Append(text, value);
            separator = ",";
        }

        text.Append('}');
    }

    private static void AppendArray(StringBuilder text, JsonArray items)
    {
        text.Append('[');
        for (var index = 0; index < items.Count; index++)
        {
            if (index > 0)
            {
                text.Append(',');
            }

            Append(text, items[index]);
        }

        text.Append(']');
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var index = 0; index < value.Length; index++)
        {
            AppendCharacter(text, value, index);
        }

        text.Append('"');
    }

    private static void AppendCharacter(StringBuilder text, string value, int index)
    {
        var character = value[index];
        _ = character switch
        {
            '"' => text.Append("\\\""),
            '\\' => text.Append("\\\\"),
            '\b' => text.Append("\\b"),
            '\f' => text.Append("\\f"),
            '\n' => text.Append("\\n"),
            '\r' => text.Append("\\r"),
            '\t' => text.Append("\\t"),
            < ' ' => AppendEscape(text, character),
            _ when IsLoneSurrogate(value, index) => AppendEscape(text, character),
            _ => text.Append(character),
        };
    }

    private static StringBuilder AppendEscape(StringBuilder text, char character)
        => text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));

    private static bool IsLoneSurrogate(string value, int index)
        => char.IsHighSurrogate(value[index])
            ? index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1])
            : char.IsLowSurrogate(value[index]) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));
}
