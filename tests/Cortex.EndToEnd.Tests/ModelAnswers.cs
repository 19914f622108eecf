using System.Text.Json.Nodes;

namespace Cortex.EndToEnd.Tests;

/// <summary>A prompt that takes understanding, and what a language model may answer to it.</summary>
internal static class ModelAnswers
{
    /// <summary>A mistyped verb is never assumed, so the built-in reader leaves it to the model.</summary>
    public const string Prompt = "when: somebody sounds unhappy with our service then: lable it Unhappy";

    public static JsonNode Good => Program("gmail.add_label", new() { ["label"] = "Unhappy" });

    /// <summary>The prompt has no address.</summary>
    public static JsonNode InventedAddress => Program("gmail.forward", new() { ["to"] = "support@invented.example", ["body"] = null });

    /// <summary>A prompt that the built-in compiler understands, and of which it is not certain.</summary>
    public const string OpenPrompt = "when an email arrives from ana@x.example, label it follow up later";

    public static JsonNode OpenReadOtherwise => Program("gmail.add_label", new() { ["label"] = "follow up" }, "from", "equals", "ana@x.example");

    public static JsonNode Prose => "Sure! I would put a label on every email that sounds unhappy.";

    private static JsonObject Program(string tool, JsonObject input, string field = "content", string op = "semantic", string value = "sounds unhappy with our service") => new()
    {
        ["result"] = new JsonObject
        {
            ["kind"] = "program",
            ["event"] = "gmail/email.received",
            ["minutesBefore"] = null,
            ["where"] = new JsonObject
            {
                ["field"] = field,
                ["op"] = op,
                ["value"] = value,
                ["edge"] = false,
                ["negated"] = false,
            },
            ["steps"] = new JsonArray(new JsonObject { ["tool"] = tool, ["input"] = input, ["if"] = null }),
        },
    };
}
