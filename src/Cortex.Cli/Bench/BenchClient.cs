using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Cortex.Cli.Local;

namespace Cortex.Cli.Bench;

/// <summary>One user of a benchmark's copy of Cortex, Nango's webhooks to it, and the sandbox behind it.</summary>
internal sealed class BenchClient(BenchInstance instance, IHttpClientFactory clients)
{
    private readonly BenchUser _user = new(instance.Api, instance.Sandbox, clients);
    private string _connectionId = "";

    /// <summary>Makes the user, the connection and an automation whose runs touch nothing outside.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _user.SignInAsync(cancellationToken);
        _connectionId = await _user.ConnectAsync(cancellationToken);
        await _user.AutomateAsync(cancellationToken);
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
    public Task<(string Id, DateTimeOffset At)> PutEmailAsync(int number, CancellationToken cancellationToken) =>
        _user.PutEmailAsync(_connectionId, number, cancellationToken);

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
        foreach (var run in await _user.ListAsync("runs", cancellationToken, "&status=completed"))
        {
            completed[(string)run["trigger"]!["id"]!] = run["completedAt"]!.GetValue<DateTimeOffset>();
        }

        return completed;
    }

    private byte[] Webhook(int number) => SyncWebhook.Of(_connectionId, TimeProvider.System.GetUtcNow().AddTicks(number).ToString("O"), added: 0);
}
