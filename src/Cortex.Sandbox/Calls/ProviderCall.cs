using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Calls;

/// <summary>One call that reached a provider; the status is missing when the connection was cut.</summary>
internal sealed record ProviderCall(
    string At,
    string Method,
    string Path,
    string Query,
    string ConnectionId,
    string ProviderConfigKey,
    IReadOnlyDictionary<string, string> Headers,
    JsonNode? Body,
    int? Status);
