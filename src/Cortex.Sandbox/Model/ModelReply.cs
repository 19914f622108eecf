using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Model;

/// <summary>The answer to the next prompt that contains the given text: a text, or JSON that becomes the text.</summary>
internal sealed record ModelReply(string Match, JsonNode Reply);
