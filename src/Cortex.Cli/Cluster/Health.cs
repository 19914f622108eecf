using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Cli.Cluster;

/// <summary>Asks a process how it is.</summary>
internal static class Health
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    private static readonly IHttpClientFactory Clients = new ServiceCollection()
        .ConfigureHttpClientDefaults(http => http.ConfigureHttpClient(client => client.Timeout = AnswerLimit).RemoveAllLoggers())
        .AddHttpClient()
        .BuildServiceProvider()
        .GetRequiredService<IHttpClientFactory>();

    /// <summary>Whether it answers, and calls itself healthy rather than degraded.</summary>
    public static async Task<bool> IsHealthyAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            using var client = Clients.CreateClient();
            using var response = await client.GetAsync(url, cancellationToken);
            return response.IsSuccessStatusCode && JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))?["status"]?.GetValue<string>() == "healthy";
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
