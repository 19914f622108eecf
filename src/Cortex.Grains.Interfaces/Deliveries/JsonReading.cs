using System.Globalization;
using System.Text.Json;

namespace Cortex;

/// <summary>
/// Reads fields of JSON that others wrote: what is absent, null or of another type is null, and nothing throws. The JSON went through <see cref="WellFormedJson"/>.
/// </summary>
public static class JsonReading
{
    /// <summary>A field of an object, or null.</summary>
    public static JsonElement? Field(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var field) ? field : null;

    /// <summary>A field that is itself an object, or null.</summary>
    public static JsonElement? ObjectAt(this JsonElement value, string name) =>
        value.Field(name) is { ValueKind: JsonValueKind.Object } field ? field : null;

    /// <summary>The elements of a field that is an array; none if it is not.</summary>
    public static IEnumerable<JsonElement> Elements(this JsonElement value, string name) =>
        value.Field(name) is { ValueKind: JsonValueKind.Array } field ? field.EnumerateArray() : [];

    /// <summary>A field that is a text, or null.</summary>
    public static string? Text(this JsonElement value, string name) => value.Field(name)?.Text();

    /// <summary>A value that is a text, or null.</summary>
    public static string? Text(this JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A field that is a text or, as some senders have it, a number in place of one; or null.</summary>
    public static string? TextOrNumber(this JsonElement value, string name) =>
        value.Field(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : value.Text(name);

    /// <summary>A field that is a yes or no, or null.</summary>
    public static bool? Flag(this JsonElement value, string name) => value.Field(name)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>A field that is a whole number of things, or null.</summary>
    public static int? Count(this JsonElement value, string name) =>
        value.Field(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var count) && count >= 0 ? count : null;

    /// <summary>A field that is a time, or null; a time without an offset is taken for UTC.</summary>
    public static DateTimeOffset? Time(this JsonElement value, string name) =>
        DateTimeOffset.TryParse(value.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}
