using System.Text.Json.Nodes;
using Cortex.Sandbox.Faults;

namespace Cortex.Sandbox.Webhooks;

/// <summary>A webhook's body as a prepared fault wants it.</summary>
internal static class WebhookShape
{
    public static JsonNode? Apply(Fault fault, JsonNode? body)
    {
        var shaped = body?.DeepClone();
        if (fault.Unwrap && shaped is JsonObject wrapped && WebhookLabel.Text(wrapped, "type") == "forward")
        {
            return wrapped["payload"]?.DeepClone();
        }

        if (shaped is JsonObject members)
        {
            foreach (var (name, value) in fault.Set ?? [])
            {
                Set(members, name, value);
            }
        }

        return shaped;
    }

    private static void Set(JsonObject members, string name, JsonNode? value)
    {
        if (value is null)
        {
            members.Remove(name);
        }
        else
        {
            members[name] = value.DeepClone();
        }
    }
}
