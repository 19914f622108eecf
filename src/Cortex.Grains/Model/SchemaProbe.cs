using System.Text.Json;

namespace Cortex.Model;

/// <summary>Asks a model that is not known to keep to strict schemas one small question, whose schema holds every keyword that Cortex' schemas have.</summary>
internal sealed class SchemaProbe(ILanguageModel model)
{
    /// <summary>The answer takes ten; a model that thinks first takes the rest for that.</summary>
    private const int OutputTokensMax = 400;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private static readonly JsonElement Schema = JsonElement.Parse(
        """
        {"type":"object","properties":{"result":{"anyOf":[{"$ref":"#/$defs/word"},{"type":"null"}]},"notes":{"type":"array","items":{"type":["string","null"]}}},
        "required":["result","notes"],"additionalProperties":false,
        "$defs":{"word":{"type":"object","properties":{"word":{"type":"string","enum":["yes","no"]}},"required":["word"],"additionalProperties":false}}}
        """);

    /// <returns>Whether the model keeps to schemas; null if that cannot be said now.</returns>
    public async Task<bool?> AskAsync(CancellationToken cancellationToken)
    {
        var question = new ModelQuestion("check", "Answer with the word yes and no notes.", "{}", "check", Schema, OutputTokensMax, Timeout);
        return await model.AskAsync(question, cancellationToken) switch
        {
            ModelReply.Answered(var json, _) => IsOfTheForm(json),
            ModelReply.Malformed => false,
            _ => null,
        };
    }

    private static bool IsOfTheForm(string json)
    {
        try
        {
            using var answer = JsonDocument.Parse(json);
            return answer.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("result", out _) && root.TryGetProperty("notes", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
