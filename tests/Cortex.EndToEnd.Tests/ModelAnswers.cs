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

    public static JsonNode Prose => "Sure! I would put a label on every email that sounds unhappy.";

    private static JsonObject Program(string tool, JsonObject input) => new()
    {
        ["result"] = new JsonObject
        {
            ["kind"] = "program",
            ["event"] = "gmail/email.received",
            ["minutesBefore"] = null,
            ["where"] = new JsonObject
            {
                ["field"] = "content",
                ["op"] = "semantic",
                ["value"] = "sounds unhappy with our service",
                ["edge"] = false,
                ["negated"] = false,
            },
            ["steps"] = new JsonArray(new JsonObject { ["tool"] = tool, ["input"] = input, ["if"] = null }),
        },
    };
}
