using System.Text.Json;

namespace Cortex.Tools.Gmail;

/// <summary>What Gmail answered.</summary>
/// <param name="Status">Gmail's HTTP status; 0 if it was not reached.</param>
/// <param name="Body">The body, or an undefined element if it is not JSON.</param>
/// <param name="Failure">What the tool's result is; null if Gmail did it.</param>
internal readonly record struct GmailAnswer(int Status, JsonElement Body, ToolResult? Failure);
