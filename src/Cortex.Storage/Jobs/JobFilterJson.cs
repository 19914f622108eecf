using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cortex.Storage.Jobs;

/// <summary>The form of a job's filter in the table and the API: what was given, and nothing else.</summary>
public static class JobFilterJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // JSON is never put into HTML
    };

    /// <summary>Writes a filter; equal filters are written alike.</summary>
    public static string Write(JobFilter filter) =>
        JsonSerializer.Serialize(new Form(filter.Unit?.ToString(), filter.Status, filter.Kind, filter.Reason, filter.From?.UtcDateTime, filter.To?.UtcDateTime), Json);

    private sealed record Form(string? UnitId, string? Status, string? Kind, string? Reason, DateTime? From, DateTime? To);
}
