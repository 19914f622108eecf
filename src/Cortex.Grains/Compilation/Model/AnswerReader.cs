using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Model;

/// <summary>Reads a model's answer and turns it into a program. Trusts nothing: not every model is held to the schema, and an answer may be cut off.</summary>
internal sealed class AnswerReader(CortexCatalog catalog)
{
    /// <summary>Characters of a refusal's sentence; longer ones are an essay, not a sentence.</summary>
    private const int SentenceMax = 400;

    /// <summary>Levels of JSON in an answer; the schema needs half of them.</summary>
    private const int DepthMax = 24;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = DepthMax };

    /// <summary>Reads an answer.</summary>
    /// <exception cref="ProgramFormatException">It is not of the form that was asked for; the message says where.</exception>
    public ModelAnswer Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var result = AnswerJson.Member(AnswerJson.Object(document.RootElement, "the answer", "result"), "result");
            return AnswerJson.Text(result, "kind") switch
            {
                "program" => new ModelAnswer.Program(Program(AnswerJson.Object(result, "the program", "kind", "event", "minutesBefore", "where", "steps"))),
                "refusal" => Refusal(AnswerJson.Object(result, "the refusal", "kind", "code", "sentence", "quote")),
                _ => throw new ProgramFormatException("'kind' must be 'program' or 'refusal'."),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new ProgramFormatException("The answer is not well-formed JSON of the form that was asked for.", exception);
        }
    }

    private static ModelAnswer.Refusal Refusal(JsonElement refusal)
    {
        var code = AnswerJson.Text(refusal, "code");
        var sentence = string.Join(' ', AnswerJson.Text(refusal, "sentence").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!AnswerSchema.RefusalCodes.Contains(code) || sentence.Length is 0 or > SentenceMax || sentence.Any(char.IsControl))
        {
            throw new ProgramFormatException("A refusal needs one of the codes and one sentence.");
        }

        var quote = AnswerJson.Member(refusal, "quote");
        return new ModelAnswer.Refusal(code, sentence, quote.ValueKind == JsonValueKind.String ? quote.GetString() : null);
    }

    private CortexProgram Program(JsonElement answer)
    {
        var (provider, eventName) = EventName.Split(AnswerJson.Text(answer, "event"));
        var trigger = new JsonObject { ["provider"] = provider, ["event"] = eventName, ["where"] = Where(AnswerJson.Member(answer, "where")) };
        if (AnswerJson.Member(answer, "minutesBefore") is { ValueKind: not JsonValueKind.Null } minutes)
        {
            trigger["params"] = new JsonObject { ["minutesBefore"] = JsonNode.Parse(minutes.GetRawText()) };
        }

        var item = catalog.FindTrigger(provider, eventName)?.Item;
        var steps = AnswerJson.Array(answer, "steps").Select(step => (JsonNode)Step(step, item)).ToArray();
        return ProgramJson.Parse(new JsonObject { ["version"] = 1, ["trigger"] = trigger, ["steps"] = new JsonArray(steps) }.ToJsonString());
    }

    /// <summary>The same tree as the built-in compiler makes: conditions that must all hold, at the top.</summary>
    private static JsonObject Where(JsonElement tree)
    {
        var condition = tree.ValueKind == JsonValueKind.Null ? null : AnswerConditions.Of(tree);
        return condition switch
        {
            null => new JsonObject { ["all"] = new JsonArray() },
            _ when condition.ContainsKey("all") => condition,
            _ => new JsonObject { ["all"] = new JsonArray(condition) },
        };
    }

    private JsonObject Step(JsonElement step, ItemKind? item)
    {
        AnswerJson.Object(step, "a step", "tool", "input", "if");
        var name = AnswerJson.Text(step, "tool");
        var input = AnswerJson.Member(step, "input");
        var made = new JsonObject
        {
            ["tool"] = name,
            // A tool that does not exist is for the validator to refuse, in its words.
            ["input"] = catalog.FindTool(name) is { } tool ? AnswerInputs.Of(tool, input, item) : new JsonObject(),
        };
        if (AnswerJson.Member(step, "if") is { ValueKind: not JsonValueKind.Null } condition)
        {
            made["if"] = AnswerConditions.Of(condition);
        }

        return made;
    }
}
