using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Cortex.Cli.Local;

namespace Cortex.Cli.Bench;

/// <summary>One user of the copy of Cortex that is measured, and of the sandbox behind it.</summary>
internal sealed class BenchUser(Uri api, Uri sandbox, IHttpClientFactory clients, string uid = "bench")
{
    public const string Sender = "bench@example.com";
    public const string ProviderConfigKey = "google-mail-ynxw";
    public const string Model = "GmailEmail";

    private const int PageLength = 100;

    /// <summary>How often a read is sent that is answered with 503, as it is right after PostgreSQL was away.</summary>
    private const int TriesMax = 10;

    private static readonly TimeSpan ComeBackDelay = TimeSpan.FromSeconds(1);

    private string _idToken = "";

    /// <summary>Gets a token, which is good for an hour.</summary>
    public async Task SignInAsync(CancellationToken cancellationToken) =>
        _idToken = (string)(await SendAsync(sandbox, "/sandbox/token", new { uid }, cancellationToken))["idToken"]!;

    /// <summary>Connects a mailbox, or another account.</summary>
    /// <returns>Nango's name of it.</returns>
    public async Task<string> ConnectAsync(CancellationToken cancellationToken, string providerConfigKey = ProviderConfigKey)
    {
        var connectionId = $"{uid}-{Guid.NewGuid():N}";
        await SendAsync(sandbox, "/sandbox/connections", new { uid, providerConfigKey, connectionId }, cancellationToken);
        await SendAsync(api, "/api/cortex/connections", new { connectionId, providerConfigKey }, cancellationToken);
        return connectionId;
    }

    /// <summary>Makes an automation whose runs touch nothing outside.</summary>
    public Task AutomateAsync(CancellationToken cancellationToken) => AutomateAsync($"when: email from {Sender} then: do nothing", cancellationToken);

    /// <summary>Makes an automation.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> AutomateAsync(string prompt, CancellationToken cancellationToken) =>
        (string)(await SendAsync(api, "/api/cortex/units", new { name = "bench", prompt }, cancellationToken))["unit"]!["id"]!;

    /// <summary>Puts a matching email into a mailbox; the sandbox sends the webhook.</summary>
    /// <returns>Its id and the time.</returns>
    public async Task<(string Id, DateTimeOffset At)> PutEmailAsync(string connectionId, int number, CancellationToken cancellationToken)
    {
        var email = new { id = string.Create(CultureInfo.InvariantCulture, $"{number:D6}-{Guid.NewGuid():N}"), sender = Sender, subject = $"bench {number}", body = "bench" };
        var now = TimeProvider.System.GetUtcNow();
        await SendAsync(sandbox, "/sandbox/items", new { connectionId, model = Model, records = new[] { email } }, cancellationToken);
        return (email.id, now);
    }

    /// <summary>All of a list, page by page.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string plural, CancellationToken cancellationToken, string filter = "")
    {
        List<JsonNode> all = [];
        string? cursor = null;
        do
        {
            var page = await SendAsync(
                api, $"/api/cortex/{plural}?limit={PageLength}{filter}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", null, cancellationToken);
            all.AddRange(page[plural]!.AsArray().Select(one => one!));
            cursor = (string?)page["nextCursor"];
        }
        while (cursor is not null);
        return all;
    }

    /// <summary>Whether a list has anything that fits a filter.</summary>
    public async Task<bool> HasAsync(string plural, string filter, CancellationToken cancellationToken) =>
        (await SendAsync(api, $"/api/cortex/{plural}?limit=1{filter}", null, cancellationToken))[plural]!.AsArray().Count > 0;

    /// <summary>Sends a request; a read that is told to come back shortly does.</summary>
    private async Task<JsonNode> SendAsync(Uri server, string path, object? body, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var (status, text) = await SendOnceAsync(server, path, body, cancellationToken);
            if (status is >= 200 and < 300)
            {
                return JsonNode.Parse(text)!;
            }

            if (status != 503 || body is not null || tries == TriesMax)
            {
                throw new LocalException($"{path} answered {status}: {text}");
            }

            await Task.Delay(ComeBackDelay, TimeProvider.System, cancellationToken);
        }
    }

    private async Task<(int Status, string Text)> SendOnceAsync(Uri server, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(server, path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = _idToken.Length == 0 ? null : new AuthenticationHeaderValue("Bearer", _idToken);
        using var client = clients.CreateClient();
        using var response = await client.SendAsync(request, cancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }
}
