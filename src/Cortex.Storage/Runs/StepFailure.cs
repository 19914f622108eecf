using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cortex.Storage.Runs;

/// <summary>One call of a step's tool that failed.</summary>
/// <param name="StartedAt">When the tool was called.</param>
/// <param name="CompletedAt">When it was known to have failed.</param>
/// <param name="Error">What the user is told of it.</param>
public sealed record StepFailure(DateTimeOffset StartedAt, DateTimeOffset CompletedAt, string Error)
{
    /// <summary>Failures that a step keeps, the newest; its user can retry it without end.</summary>
    public const int KeptMax = 20;

    // What is written here is stored and sent as JSON, never put into HTML.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the column; null is none.</summary>
    public static IReadOnlyList<StepFailure> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<StepFailure>>(json, Json)!;

    /// <summary>The column's form, with one more.</summary>
    public static string Add(string? json, StepFailure failure) =>
        JsonSerializer.Serialize(Read(json).Append(failure).TakeLast(KeptMax), Json);
}
