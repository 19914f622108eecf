using System.Text.Json.Nodes;
using Cortex.Testing;

namespace Cortex.Api.Tests.Support;

/// <summary>Reads the served OpenAPI document.</summary>
internal static class OpenApi
{
    public sealed record Operation(string Method, string Path, JsonNode Node);

    public static async Task<JsonNode> DocumentAsync(ApiProcess api) => (await api.Anonymous.SendAsync(HttpMethod.Get, "/openapi/v1.json")).Ok();

    public static async Task<IReadOnlyList<Operation>> OperationsAsync(ApiProcess api) =>
        [.. from path in (await DocumentAsync(api))["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select new Operation(operation.Key, path.Key, operation.Value!)];
}
