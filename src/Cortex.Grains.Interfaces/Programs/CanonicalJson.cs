using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cortex.Programs;

/// <summary>Compact JSON without needless escapes: one spelling for one value.</summary>
public static class CanonicalJson
{
    /// <summary>How it is written.</summary>
    // The text is served as application/json and kept in PostgreSQL, never embedded in HTML: quotes and letters stay readable.
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One element, compact.</summary>
    public static string Write(JsonElement element) => Write(element, static (json, value) => value.WriteTo(json));

    /// <summary>What a function writes of a value.</summary>
    public static string Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
