using System.Text.Json;

namespace Cortex.Tools;

/// <summary>What a provider answered.</summary>
/// <param name="Status">Its HTTP status; 0 if it was not reached.</param>
/// <param name="Body">The body, or an undefined element if it is not JSON.</param>
/// <param name="Failure">What the tool's result is; null if the provider did it.</param>
internal readonly record struct ProviderAnswer(int Status, JsonElement Body, ToolResult? Failure);
