using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;

namespace Cortex.Sandbox.Forwards;

/// <summary>What is to be done with a push: what its sender is answered and, if that is a success, what goes to whom.</summary>
/// <param name="Status">The answer's status; only after 200 is anything passed on.</param>
/// <param name="Answer">The answer's body.</param>
/// <param name="Payload">What is passed on.</param>
/// <param name="Connections">Those that the push is about; none, and the payload goes out bare.</param>
internal sealed record PushRouting(int Status, JsonNode Answer, JsonNode? Payload, IReadOnlyList<Connection> Connections)
{
    public static PushRouting Success(JsonNode? payload, IReadOnlyList<Connection> connections)
        => new(StatusCodes.Status200OK, new JsonObject { ["status"] = "success" }, payload, connections);

    public static PushRouting Refusal(int status, string error) => new(status, new JsonObject { ["error"] = error }, null, []);
}
