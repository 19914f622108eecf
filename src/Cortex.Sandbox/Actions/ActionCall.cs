using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Actions;

/// <summary>The one call to its provider that an action makes.</summary>
internal sealed record ActionCall(string Method, string Path, JsonNode? Body = null, string Query = "");
