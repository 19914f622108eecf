using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Model;

namespace Cortex.Tools.Ai;

/// <summary>A step that asks the model. The model has no tools, and what it says is data: later steps get it through templates, as values.</summary>
internal abstract class AiTool(RunModel model) : ITool
{
    // What is written here is stored and sent as JSON, never put into HTML.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public abstract string Name { get; }

    public ToolEffect Effect => ToolEffect.Repeatable;

    public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
    {
        if (FindFault(call) is { } sentence)
        {
            return new ToolResult.Failed(sentence);
        }

        var outcome = await model.AskAsync(Question(call), call.Origin, answer => Output(answer, call), cancellationToken);
        return outcome.Failure ?? new ToolResult.Completed(outcome.Value!.ToJsonString(Json));
    }

    /// <summary>Why the input cannot be worked with, or null.</summary>
    protected abstract string? FindFault(ToolCall call);

    protected abstract ModelQuestion Question(ToolCall call);

    /// <summary>The step's output; null if the answer is not what was asked for.</summary>
    protected abstract JsonObject? Output(JsonElement answer, ToolCall call);

    /// <summary>The text that is worked on, as much of it as the model is shown.</summary>
    protected static string TextOf(ToolCall call) => TextCut.To(call.InputText("text").Trim(), AiLimits.InputLengthMax);

    /// <summary>The user's own words of an input.</summary>
    protected static string WordsOf(ToolCall call, string input) => TextCut.To(call.InputText(input).Trim(), AiLimits.WordsLengthMax);

    /// <summary>An input that lists names: as an array, or as one text with commas. Each name once.</summary>
    protected static IReadOnlyList<string> NamesOf(ToolCall call, string input)
    {
        var listed = WellFormedJson.Repair(call.Input).Elements(input).Select(name => name.Text() ?? string.Empty).ToList();
        IEnumerable<string> names = listed.Count > 0 ? listed : call.InputText(input).Split(',');
        return [.. names.Select(name => TextCut.To(name.Trim(), AiLimits.WordsLengthMax)).Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Take(AiLimits.NamesMax)];
    }

    protected ModelQuestion Ask(string instructions, JsonObject data, JsonObject schema, int tokensMax) => new(
        Name, instructions, ModelData.Write(data), Name.Replace('.', '_'), AnswerSchema.Of(schema), tokensMax, AiLimits.QuestionTimeout);
}
