using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cortex.Items;

/// <summary>How an item's fields are written.</summary>
internal static class ItemJson
{
    /// <summary>What is written is stored and sent as JSON, never put into HTML.</summary>
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
