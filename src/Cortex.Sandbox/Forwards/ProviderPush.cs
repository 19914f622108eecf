using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Forwards;

/// <summary>What a provider posted: its headers, with names in lower case, and its body.</summary>
internal sealed record ProviderPush(IReadOnlyDictionary<string, string> Headers, JsonNode? Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
