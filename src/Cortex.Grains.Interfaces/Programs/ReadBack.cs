using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cortex.Programs;

/// <summary>The explanation of a program in its parts, made from the program and never by a model.</summary>
/// <param name="When">What it waits for: the trigger with its conditions.</param>
/// <param name="Then">What it does, one sentence per step.</param>
public sealed record ReadBack(string When, IReadOnlyList<string> Then)
{
    // What is written here is stored and sent as JSON, never put into HTML.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads what <see cref="Write"/> wrote; null for null.</summary>
    public static ReadBack? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<ReadBack>(json, Json);

    /// <summary>The form in which it is kept and passed on.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);
}
