using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Compilation.Model;

/// <summary>The user message of a compilation: all that differs from prompt to prompt and from day to day, so that the instructions before it stay the same and are cached.</summary>
internal static class CompilerData
{
    /// <summary>Characters of its own answer that the model is shown again.</summary>
    private const int AnswerMax = 4_000;

    // Sent as JSON, never put into HTML.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="prompt">The user's words.</param>
    /// <param name="now">The present.</param>
    /// <param name="zone">Whose days are meant.</param>
    /// <param name="examples">Other prompts and their answers.</param>
    public static JsonObject Of(string prompt, DateTimeOffset now, TimeZoneInfo zone, IEnumerable<PromptExample> examples) => new()
    {
        ["examples"] = new JsonArray([.. examples.Select(example => new JsonObject { ["prompt"] = example.Prompt, ["answer"] = JsonNode.Parse(example.AnswerJson) })]),
        ["today"] = TimeZoneInfo.ConvertTime(now, zone).ToString("dddd yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["timeZone"] = zone.Id,
        ["prompt"] = prompt,
    };

    /// <summary>The same again, with an answer and what is wrong with it.</summary>
    public static JsonObject Repairing(this JsonObject data, string answer, string? problem)
    {
        var again = data.DeepClone().AsObject();
        again["answer"] = answer[..Math.Min(answer.Length, AnswerMax)];
        again["problem"] = problem;
        return again;
    }

    /// <summary>Names everything in it that an answer depends on. Only what cannot matter is levelled: white space inside quotes is the user's.</summary>
    public static string Key(this JsonObject data)
    {
        var levelled = data.DeepClone().AsObject();
        levelled["prompt"] = data["prompt"]!.GetValue<string>().ReplaceLineEndings("\n").Trim();
        return levelled.Write();
    }

    public static string Write(this JsonObject data) => data.ToJsonString(Json);
}
