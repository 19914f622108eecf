using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cortex.Cli.Local;

namespace Cortex.Cli.Bench;

/// <summary>One user of a benchmark's copy of Cortex, Nango's webhooks to it, and the sandbox behind it.</summary>
internal sealed class BenchClient(BenchInstance instance, IHttpClientFactory clients)
{
    public const string Sender = "bench@example.com";

    private const string ProviderConfigKey = "google-mail-ynxw";
    private const string Model = "GmailEmail";
    private const int PageLength = 100;


    private readonly string _connectionId = $"bench-{Guid.NewGuid():N}";
    private string _idToken = "";

    /// <summary>Makes the user, the connection and an automation whose runs touch nothing outside.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _idToken = (string)(await SendAsync(instance.Sandbox, "/sandbox/token", new { uid = "bench" }, cancellationToken))["idToken"]!;
        await SendAsync(instance.Sandbox, "/sandbox/connections", new { uid = "bench", providerConfigKey = ProviderConfigKey, connectionId = _connectionId }, cancellationToken);
        await SendAsync(instance.Api, "/api/cortex/connections", new { connectionId = _connectionId, providerConfigKey = ProviderConfigKey }, cancellationToken);
        await SendAsync(instance.Api, "/api/cortex/units", new { name = "bench", prompt = $"when: email from {Sender} then: do nothing" }, cancellationToken);
    }

    /// <summary>Delivers one signed sync webhook, as Nango would.</summary>
    /// <returns>The status of the answer; 0 when there was none.</returns>
    public async Task<int> DeliverAsync(int number, CancellationToken cancellationToken)
    {
        var body = Webhook(number);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(instance.Api, "/api/webhooks/nango")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Nango-Hmac-Sha256", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(instance.SigningKey), body)));
        try
        {
            using var client = clients.CreateClient();
            using var response = await client.SendAsync(request, cancellationToken);
            return (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    /// <summary>Puts a matching email into the mailbox; the sandbox sends the webhook.</summary>
    /// <returns>Its id and the time.</returns>
    public async Task<(string Id, DateTimeOffset At)> PutEmailAsync(int number, CancellationToken cancellationToken)
    {
        var email = new { id = $"{number:D6}-{Guid.NewGuid():N}", sender = Sender, subject = $"bench {number}", body = "bench" };
        var now = TimeProvider.System.GetUtcNow();
        await SendAsync(instance.Sandbox, "/sandbox/items", new { connectionId = _connectionId, model = Model, records = new[] { email } }, cancellationToken);
        return (email.id, now);
    }

    /// <summary>When each email's run was completed, by the email's id; waits until that many are.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> CompletedAsync(int count, TimeSpan limit, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, DateTimeOffset> completed = new Dictionary<string, DateTimeOffset>();
        await Poll.UntilAsync(async token => (completed = await CompletedAsync(token)).Count >= count, limit, cancellationToken);
        return completed;
    }

    private async Task<IReadOnlyDictionary<string, DateTimeOffset>> CompletedAsync(CancellationToken cancellationToken)
    {
        var completed = new Dictionary<string, DateTimeOffset>();
        string? cursor = null;
        do
        {
            var page = await SendAsync(instance.Api, $"/api/cortex/runs?limit={PageLength}&status=completed{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", null, cancellationToken);
            foreach (var run in page["runs"]!.AsArray())
            {
                completed[(string)run!["trigger"]!["id"]!] = run["completedAt"]!.GetValue<DateTimeOffset>();
            }

            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        return completed;
    }

    private async Task<JsonNode> SendAsync(Uri server, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(server, path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = _idToken.Length == 0 ? null : new AuthenticationHeaderValue("Bearer", _idToken);
        using var client = clients.CreateClient();
        using var response = await client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new LocalException($"{path} answered {(int)response.StatusCode}: {text}");
    }

    private byte[] Webhook(int number)
    {
        var now = TimeProvider.System.GetUtcNow().AddTicks(number).ToString("O");
        return Encoding.UTF8.GetBytes(new JsonObject
        {
            ["from"] = "nango",
            ["type"] = "sync",
            ["connectionId"] = _connectionId,
            ["providerConfigKey"] = ProviderConfigKey,
            ["syncName"] = "emails",
            ["syncVariant"] = "base",
            ["model"] = Model,
            ["syncType"] = "INCREMENTAL",
            ["success"] = true,
            ["responseResults"] = new JsonObject { ["added"] = 0, ["updated"] = 0, ["deleted"] = 0 },
            ["modifiedAfter"] = now,
            ["queryTimeStamp"] = now,
        }.ToJsonString());
    }
}
