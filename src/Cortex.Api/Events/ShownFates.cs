using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Runs;

namespace Cortex.Api.Events;

/// <summary>
/// An event's fates as they are shown. A run is made before the model or the provider has said whether its item is one for the automation;
/// where it was not, the item was filtered, and the run is only where that was found out.
/// </summary>
internal static class ShownFates
{
    private const string Ran = "ran";
    private const string Filtered = "filtered";

    // It is sent as JSON, never put into HTML.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How many there are of each kind, as they are shown.</summary>
    public static Dictionary<string, int> Counts(DeliveryRow row)
    {
        Dictionary<string, int> counts = row.FateCountsJson is { } json ? JsonSerializer.Deserialize<Dictionary<string, int>>(json)! : [];
        if (row.UnmetRuns > 0 && counts.TryGetValue(Ran, out var ran))
        {
            counts[Filtered] = counts.GetValueOrDefault(Filtered) + row.UnmetRuns;
            counts[Ran] = ran - row.UnmetRuns;
            if (counts[Ran] <= 0)
            {
                counts.Remove(Ran);
            }
        }

        return counts;
    }

    public static async Task<string?> OfAsync(string? fatesJson, UserId user, RunStore runs, CancellationToken cancellationToken)
    {
        if (fatesJson is null || JsonNode.Parse(fatesJson) is not JsonArray fates)
        {
            return fatesJson;
        }

        List<(JsonObject Fate, RunId Run)> ran = [];
        foreach (var fate in fates.OfType<JsonObject>().Where(f => (string?)f["fate"] == Ran))
        {
            if (RunId.TryParse((string?)fate["runId"], out var run))
            {
                ran.Add((fate, run));
            }
        }

        var unmet = ran.Count == 0 ? [] : await runs.ListUnmetAsync(user, [.. ran.Select(r => r.Run)], cancellationToken);
        if (unmet.Count == 0)
        {
            return fatesJson;
        }

        foreach (var (fate, run) in ran)
        {
            if (unmet.TryGetValue(run, out var condition))
            {
                (fate["fate"], fate["condition"], fate["saw"]) = (Filtered, condition.Condition, condition.Saw);
            }
        }

        return fates.ToJsonString(Json);
    }
}
