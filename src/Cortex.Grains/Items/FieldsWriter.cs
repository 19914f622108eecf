using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Cortex.Items;

/// <summary>Writes an item's fields as one JSON object, every text cleaned and every list cut on the way.</summary>
internal sealed class FieldsWriter : IDisposable
{
    /// <summary>Letters of all scripts as they are: six bytes instead of two for each would triple a Greek mail.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public FieldsWriter()
    {
        _json = new(_buffer, Options);
        _json.WriteStartObject();
    }

    public FieldsWriter Text(string name, string? value, int lengthMax = ItemLimits.TextLengthMax)
    {
        _json.WriteString(name, ItemText.Clean(value, lengthMax));
        return this;
    }

    public FieldsWriter Line(string name, string? value, int lengthMax = ItemLimits.TextLengthMax)
    {
        _json.WriteString(name, ItemText.CleanLine(value, lengthMax));
        return this;
    }

    public FieldsWriter Time(string name, DateTimeOffset value)
    {
        _json.WriteString(name, ItemTime.Format(value));
        return this;
    }

    public FieldsWriter Flag(string name, bool value)
    {
        _json.WriteBoolean(name, value);
        return this;
    }

    public FieldsWriter List(string name, IEnumerable<string> values)
    {
        _json.WriteStartArray(name);
        foreach (var value in values.Take(ItemLimits.ListEntriesMax))
        {
            _json.WriteStringValue(ItemText.CleanLine(value, ItemLimits.TextLengthMax));
        }

        _json.WriteEndArray();
        return this;
    }

    /// <summary>Ends the object.</summary>
    public string ToJson()
    {
        _json.WriteEndObject();
        _json.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    public void Dispose() => _json.Dispose();
}
