using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Programs;

namespace Cortex.Compilation.Model;

/// <summary>Condition trees of an answer, in the form of programs.</summary>
internal static class AnswerConditions
{
    public static JsonObject Of(JsonElement tree)
    {
        if (tree.ValueKind == JsonValueKind.Object && tree.TryGetProperty("join", out _))
        {
            AnswerJson.Object(tree, "a group of conditions", "join", "parts");
            var join = AnswerJson.Text(tree, "join");
            return join is "all" or "any"
                ? new JsonObject { [join] = new JsonArray([.. AnswerJson.Array(tree, "parts").Select(part => (JsonNode)Of(part))]) }
                : throw new ProgramFormatException("'join' must be 'all' or 'any'.");
        }

        AnswerJson.Object(tree, "a condition", "field", "op", "value", "edge", "negated");
        var comparison = new JsonObject
        {
            ["field"] = AnswerJson.Text(tree, "field"),
            ["op"] = AnswerJson.Text(tree, "op"),
            ["value"] = JsonNode.Parse(AnswerJson.Member(tree, "value").GetRawText()),
        };
        if (AnswerJson.Flag(tree, "edge"))
        {
            comparison["edge"] = true;
        }

        return AnswerJson.Flag(tree, "negated") ? new JsonObject { ["not"] = comparison } : comparison;
    }
}
