using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Nango;

/// <summary>An error of Nango's own, before it is written as an answer.</summary>
internal sealed record NangoRefusal(int Status, JsonObject Body);
