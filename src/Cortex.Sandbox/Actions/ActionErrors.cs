using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Actions;

/// <summary>Nango's words for actions that fail.</summary>
internal static class ActionErrors
{
    public static ActionOutcome InvalidInput(JsonNode? input) => Error(
        StatusCodes.Status400BadRequest,
        new JsonObject
        {
            ["message"] = "Failed to validate the input passed to the action",
            ["code"] = "invalid_action_input",
            ["payload"] = new JsonObject { ["input"] = input?.DeepClone() },
        });

    /// <summary>A call that the action made was answered with an error.</summary>
    public static ActionOutcome Upstream(int status, JsonNode? body) => Error(
        StatusCodes.Status424FailedDependency,
        new JsonObject
        {
            ["payload"] = body?.DeepClone(),
            ["code"] = "script_http_error",
            ["upstream"] = new JsonObject
            {
                ["status"] = status,
                ["headers"] = new JsonObject { ["content-type"] = "application/json" },
                ["body"] = body?.DeepClone(),
            },
        });

    /// <summary>The action's script broke.</summary>
    public static ActionOutcome Failed(string why) => Error(
        StatusCodes.Status500InternalServerError,
        new JsonObject
        {
            ["message"] = $"The action script failed with an error: {why}",
            ["code"] = "action_script_failure",
            ["payload"] = new JsonObject { ["error"] = why },
        });

    private static ActionOutcome Error(int status, JsonObject error) => new(status, new JsonObject { ["error"] = error });
}
