using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers;

internal sealed record ProviderResponse(int Status, JsonNode? Body)
{
    public static ProviderResponse Ok(JsonNode body) => new(StatusCodes.Status200OK, body);

    public static readonly ProviderResponse NoContent = new(StatusCodes.Status204NoContent, null);
}
