using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cortex.Storage.Runs;

/// <summary>What the model said of a run's conditions in words, kept so that it is asked once.</summary>
/// <param name="OfTrigger">Whether it decides if the run's item is one for the automation at all.</param>
/// <param name="Attempts">Questions in a row that brought no answer.</param>
/// <param name="Verdicts">The verdicts so far.</param>
/// <param name="Unmet">The trigger's condition that did not hold, once that is known.</param>
public sealed record Judgement(bool OfTrigger, int Attempts, IReadOnlyList<JudgedCondition> Verdicts, UnmetCondition? Unmet = null)
{
    // What is written here is stored and sent as JSON, never put into HTML.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Nothing has been asked.</summary>
    public static Judgement None { get; } = new(false, 0, []);

    /// <summary>Reads the column; null is <see cref="None"/>.</summary>
    public static Judgement Read(string? json) => json is null ? None : JsonSerializer.Deserialize<Judgement>(json, Json)!;

    /// <summary>The column's form.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);
}
