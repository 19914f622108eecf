using System.Text.Json.Nodes;
using Cortex.Sandbox.Nango;

namespace Cortex.Sandbox.Actions;

/// <summary>How an action ended, as Nango answers it: its output, or the error of its script.</summary>
internal sealed record ActionOutcome(int Status, JsonNode? Body)
{
    public IResult ToResult() => NangoResults.Json(Body, Status);
}
