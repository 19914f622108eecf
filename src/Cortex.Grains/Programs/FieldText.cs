using System.Text.Json;

namespace Cortex.Programs;

/// <summary>Reads texts out of an item without ever throwing: what is no text reads as its JSON, what is unreadable as empty.</summary>
internal static class FieldText
{
    public static string Of(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Null or JsonValueKind.Undefined => "",
                JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Of)),
                _ => value.GetRawText(),
            };
        }
        catch (InvalidOperationException)
        {
            // An escape such as \ud800 alone stands for no character.
            return "";
        }
    }

    public static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.False => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(Of(value)),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    /// <summary>The address of <c>Ana Lopes &lt;ana@example.com&gt;</c>, or of a bare address.</summary>
    public static string BareAddress(string text)
    {
        var open = text.LastIndexOf('<');
        var close = text.LastIndexOf('>');
        return (open >= 0 && close > open ? text[(open + 1)..close] : text).Trim();
    }
}
