using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Nango;

/// <summary>The deprecated end_user of a session, as Nango shows it to the dialog.</summary>
internal static class EndUserJson
{
    public static JsonObject? Of(JsonObject? endUser, JsonObject? organization) => endUser is null ? null : new JsonObject
    {
        ["id"] = endUser["id"]?.DeepClone(),
        ["display_name"] = endUser["display_name"]?.DeepClone(),
        ["email"] = endUser["email"]?.DeepClone(),
        ["tags"] = endUser["tags"]?.DeepClone(),
        ["organization"] = organization is null
            ? null
            : new JsonObject { ["id"] = organization["id"]?.DeepClone(), ["display_name"] = organization["display_name"]?.DeepClone() },
    };
}
