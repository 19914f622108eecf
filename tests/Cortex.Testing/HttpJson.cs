using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Testing;

/// <summary>Sends and reads JSON, and says what was answered when that was not what a test needs.</summary>
public static class HttpJson
{
    /// <summary>Sends a request and reads the answer, whatever its status.</summary>
    public static async Task<Reply> SendAsync(this HttpClient http, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        return new((int)response.StatusCode, response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>An answer.</summary>
    public sealed record Reply(int Status, HttpResponseMessage Response, string Body)
    {
        /// <summary>The body as JSON.</summary>
        public JsonNode Json => JsonNode.Parse(Body) ?? throw new JsonException("The body is null.");

        /// <summary>The body, if the status is a success.</summary>
        public JsonNode Ok() => Status is >= 200 and < 300 ? Json : throw new HttpRequestException($"Answered {Status}: {Body}");
    }
}
