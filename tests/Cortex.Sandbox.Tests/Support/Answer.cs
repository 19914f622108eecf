using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Tests.Support;

internal sealed record Answer(int Status, JsonNode? Json, string Text, HttpResponseHeaders Headers)
{
    public JsonNode this[string name] => Json![name]!;

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return new Answer((int)response.StatusCode, isJson ? JsonNode.Parse(text) : null, text, response.Headers);
    }
}
