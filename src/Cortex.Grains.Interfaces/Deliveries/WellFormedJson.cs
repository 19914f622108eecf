using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Cortex;

/// <summary>Makes JSON from outside safe to read: afterwards no text or name in it can make System.Text.Json throw for its characters.</summary>
/// <remarks>
/// A lone surrogate escape (<c>\ud800</c>) and broken UTF-8 both parse, and throw only when the text or the name is looked at.
/// Both are replaced by U+FFFD, which every store and encoder takes. Sound JSON, the normal case, is returned as it came.
/// </remarks>
public static class WellFormedJson
{
    private const int EscapeLength = 6;

    /// <summary>Repairs the bytes of a JSON document; whether they are JSON at all is the parser's question.</summary>
    public static ReadOnlyMemory<byte> Repair(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        }

        return HasLoneSurrogate(json.Span) ? WithoutLoneSurrogates(json.ToArray()) : json;
    }

    /// <summary>Repairs a parsed value; a sound one is returned itself.</summary>
    public static JsonElement Repair(JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String))
        {
            return value;
        }

        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (Utf8.IsValid(raw) && !HasLoneSurrogate(raw))
        {
            return value;
        }

        using var document = JsonDocument.Parse(Repair(raw.ToArray()), new() { MaxDepth = int.MaxValue });
        return document.RootElement.Clone();
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<byte> json) => NextLoneSurrogate(json, 0) >= 0;

    private static byte[] WithoutLoneSurrogates(byte[] json)
    {
        for (var at = NextLoneSurrogate(json, 0); at >= 0; at = NextLoneSurrogate(json, at + EscapeLength))
        {
            "\\ufffd"u8.CopyTo(json.AsSpan(at));
        }

        return json;
    }

    /// <summary>Where the next escape of a surrogate without its other half begins, or -1.</summary>
    private static int NextLoneSurrogate(ReadOnlySpan<byte> json, int from)
    {
        while (from < json.Length)
        {
            var step = json[from..].IndexOf((byte)'\\');
            if (step < 0)
            {
                return -1;
            }

            from += step;
            var unit = UnitAt(json, from);
            if (!char.IsSurrogate(unit))
            {
                // A backslash and what it escapes go together, or "\\ud800" (a backslash, then letters) would be taken for an escape.
                from += 2;
                continue;
            }

            if (!char.IsHighSurrogate(unit) || !char.IsLowSurrogate(UnitAt(json, from + EscapeLength)))
            {
                return from;
            }

            from += 2 * EscapeLength;
        }

        return -1;
    }

    /// <summary>The UTF-16 unit that a <c>\uXXXX</c> escape at this place stands for, or NUL.</summary>
    private static char UnitAt(ReadOnlySpan<byte> json, int at) =>
        json.Length - at >= EscapeLength
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit)
            ? (char)unit
            : '\0';
}
