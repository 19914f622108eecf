using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Cortex.Cli.Local;

namespace Cortex.Cli.Bench;

/// <summary>One user of the copy of Cortex that is measured, and of the sandbox behind it.</summary>
internal sealed class BenchUser(Uri api, Uri sandbox, IHttpClientFactory clients)
{
    public const string Sender = "bench@example.com";
    public const string ProviderConfigKey = "google-mail-ynxw";
    public const string Model = "GmailEmail";

    private const string Uid = "bench";
    private const int PageLength = 100;

    private string _idToken = "";

    /// <summary>Gets a token, which is good for an hour.</summary>
    public async Task SignInAsync(CancellationToken cancellationToken) =>
        _idToken = (string)(await SendAsync(sandbox, "/sandbox/token", new { uid = Uid }, cancellationToken))["idToken"]!;

    /// <summary>Connects a mailbox.</summary>
    /// <returns>Nango's name of it.</returns>
    public async Task<string> ConnectAsync(CancellationToken cancellationToken)
    {
        var connectionId = $"bench-{Guid.NewGuid():N}";
        await SendAsync(sandbox, "/sandbox/connections", new { uid = Uid, providerConfigKey = ProviderConfigKey, connectionId }, cancellationToken);
        await SendAsync(api, "/api/cortex/connections", new { connectionId, providerConfigKey = ProviderConfigKey }, cancellationToken);
        return connectionId;
    }

    /// <summary>Makes an automation whose runs touch nothing outside.</summary>
    public Task AutomateAsync(CancellationToken cancellationToken) =>
        SendAsync(api, "/api/cortex/units", new { name = "bench", prompt = $"when: email from {Sender} then: do nothing" }, cancellationToken);

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

    private async Task<JsonNode> SendAsync(Uri server, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, new Uri(server, path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = _idToken.Length == 0 ? null : new AuthenticationHeaderValue("Bearer", _idToken);
        using var client = clients.CreateClient();
        using var response = await client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new LocalException($"{path} answered {(int)response.StatusCode}: {text}");
    }
}
