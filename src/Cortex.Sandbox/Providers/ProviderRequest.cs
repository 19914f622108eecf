using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Json;

namespace Cortex.Sandbox.Providers;

/// <summary>A call as the provider sees it: the path in decoded segments.</summary>
internal sealed record ProviderRequest(
    Connection Connection, string Method, IReadOnlyList<string> Segments, IQueryCollection Query, ReadOnlyMemory<byte> Body)
{
    /// <summary>The body as an object; empty when it is something else.</summary>
    public JsonObject Json => SandboxJson.TryParse(Body.Span) as JsonObject ?? [];
}
