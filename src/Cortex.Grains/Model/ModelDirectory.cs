using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Cortex.Model;

/// <summary>Which models the service has.</summary>
internal sealed class ModelDirectory(GroqSettings settings, IHttpClientFactory clients)
{
    /// <summary>Asks the service for its models, which costs nothing.</summary>
    /// <returns>What is wrong; null if the model is there, or if the service keeps no list.</returns>
    /// <exception cref="HttpRequestException">The service does not answer, or not now.</exception>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{settings.BaseUrl.AbsoluteUri.TrimEnd('/')}/models");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.ApiKey);
        using var client = clients.CreateClient(ChatTransport.HttpClientName);
        using var response = await client.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return ModelProblems.Rejected(settings.Model, (int)response.StatusCode, null);
        }

        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return Lists(await response.Content.ReadAsByteArrayAsync(cancellationToken)) ? null : ModelProblems.NotFound(settings.Model);
    }

    /// <summary>Whether the model is in the list; a body that is no list says nothing against it.</summary>
    private bool Lists(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var list = JsonDocument.Parse(WellFormedJson.Repair(body));
            var models = list.RootElement.Elements("data").ToList();
            return models.Count == 0 || models.Exists(model => model.Text("id") == settings.Model);
        }
        catch (JsonException)
        {
            return true;
        }
    }
}
