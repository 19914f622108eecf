using System.Text.Json.Nodes;

namespace Cortex.Testing;

/// <summary>Plays the outside world: people who connect accounts, and senders of emails.</summary>
public sealed class SandboxClient(HttpClient http)
{
    /// <summary>Cortex' key of the Gmail integration.</summary>
    public const string Gmail = "google-mail-ynxw";

    /// <summary>An ID token of a user.</summary>
    public async Task<string> TokenAsync(string uid, int expiresIn = 3600) =>
        (string)(await http.SendAsync(HttpMethod.Post, "/sandbox/token", new { uid, email = $"{uid}@example.com", expiresIn })).Ok()["idToken"]!;

    /// <summary>Connects a Gmail account as if its owner had gone through OAuth.</summary>
    public async Task<string> ConnectGmailAsync(string uid)
    {
        var connectionId = $"gmail-{Guid.NewGuid():N}";
        (await http.SendAsync(HttpMethod.Post, "/sandbox/connections", new { uid, providerConfigKey = Gmail, connectionId })).Ok();
        return connectionId;
    }

    /// <summary>Authorises an account anew, as its owner does who is asked to reconnect it.</summary>
    public async Task ReconnectGmailAsync(string uid, string connectionId) =>
        (await http.SendAsync(HttpMethod.Post, "/sandbox/connections", new { uid, providerConfigKey = Gmail, connectionId })).Ok();

    /// <summary>Puts an email into a mailbox; Nango's sync webhook follows.</summary>
    /// <returns>What the sandbox says of it, the webhook's answer among it.</returns>
    public Task<JsonNode> SendEmailAsync(string connectionId, string from, string subject, string? id = null) =>
        SendEmailsAsync(connectionId, [Email(from, subject, id)]);

    /// <summary>Puts an email into a mailbox whose webhook Nango delivers twice.</summary>
    public async Task SendEmailTwiceAsync(string connectionId, string from, string subject) =>
        (await http.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId, model = "GmailEmail", records = new[] { Email(from, subject) }, duplicate = 2 })).Ok();

    /// <summary>Puts emails into a mailbox in one sync run.</summary>
    public async Task<JsonNode> SendEmailsAsync(string connectionId, JsonObject[] emails) =>
        (await http.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId, model = "GmailEmail", records = emails })).Ok();

    /// <summary>An email of now.</summary>
    public static JsonObject Email(string from, string subject, string? id = null) => new()
    {
        ["id"] = id ?? Guid.NewGuid().ToString("N"),
        ["sender"] = from,
        ["recipients"] = "me@example.com",
        ["date"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["subject"] = subject,
        ["body"] = "Hello.",
        ["attachments"] = new JsonArray(),
        ["threadId"] = Guid.NewGuid().ToString("N"),
    };

    /// <summary>The calls that providers saw of a connection.</summary>
    public async Task<JsonArray> CallsAsync(string connectionId) =>
        (await http.SendAsync(HttpMethod.Get, $"/sandbox/calls?connectionId={connectionId}")).Ok()["calls"]!.AsArray();

    /// <summary>Gives the model its next answer for a prompt that contains a text.</summary>
    public async Task AnswerAsync(string match, JsonNode reply) =>
        (await http.SendAsync(HttpMethod.Post, "/sandbox/model", new { match, reply })).Ok();

    /// <summary>Has the model answer a prompt in a way of its own, in the sandbox's words for it.</summary>
    public async Task ModelAsync(object reply) => (await http.SendAsync(HttpMethod.Post, "/sandbox/model", reply)).Ok();

    /// <summary>What the model was asked, oldest first.</summary>
    public async Task<JsonArray> ModelRequestsAsync() =>
        (await http.SendAsync(HttpMethod.Get, "/sandbox/model")).Ok()["requests"]!.AsArray();

    /// <summary>Lets the next calls that match run into something, in the sandbox's own words for it.</summary>
    public async Task FaultAsync(object fault) => (await http.SendAsync(HttpMethod.Post, "/sandbox/faults", fault)).Ok();

    /// <summary>Makes the next calls that match fail.</summary>
    public async Task FailAsync(string match, int times, int status) =>
        (await http.SendAsync(HttpMethod.Post, "/sandbox/faults", new { match, times, status })).Ok();

    /// <summary>Ends all faults.</summary>
    public Task HealAsync() => http.SendAsync(HttpMethod.Delete, "/sandbox/faults");

    /// <summary>Faults that nothing has run into yet, or not as often as they last.</summary>
    public async Task<int> FaultsWaitingAsync() => (int)(await http.SendAsync(HttpMethod.Get, "/sandbox")).Ok()["counts"]!["faults"]!;

    /// <summary>Breaks an account's authorisation, and no webhook tells: the first call finds out.</summary>
    public async Task BreakAsync(string connectionId) =>
        (await http.SendAsync(HttpMethod.Post, $"/sandbox/connections/{connectionId}/break", new { exhausted = true, webhook = false, status = 424 })).Ok();

    /// <summary>Makes an account's authorisation good again; Nango tells.</summary>
    public async Task RecoverAsync(string connectionId) =>
        (await http.SendAsync(HttpMethod.Post, $"/sandbox/connections/{connectionId}/recover", new { })).Ok();

    /// <summary>Fills a mailbox with many emails of one kind in one sync run, as the first sync of an account does.</summary>
    public async Task FillMailboxAsync(string connectionId, JsonObject email, int count) =>
        (await http.SendAsync(HttpMethod.Post, "/sandbox/items", new { connectionId, model = "GmailEmail", records = new[] { email }, repeat = count, atProvider = false })).Ok();

    /// <summary>How many mails lie in a mailbox's folder of sent ones.</summary>
    public async Task<int> SentMailsAsync(string connectionId, string nangoSecretKey) =>
        (await GmailAsync("messages?labelIds=SENT", connectionId, nangoSecretKey))["messages"]?.AsArray().Count ?? 0;

    /// <summary>How many drafts lie in a mailbox.</summary>
    public async Task<int> DraftsAsync(string connectionId, string nangoSecretKey) => (await GmailAsync("drafts", connectionId, nangoSecretKey))["drafts"]?.AsArray().Count ?? 0;

    /// <summary>Webhooks that Nango has neither delivered nor given up.</summary>
    public async Task<int> WebhooksInFlightAsync() => (int)(await http.SendAsync(HttpMethod.Get, "/sandbox")).Ok()["counts"]!["webhooksInFlight"]!;

    private async Task<JsonNode> GmailAsync(string path, string connectionId, string nangoSecretKey) => (await http.SendAsync(
        HttpMethod.Get, $"/proxy/gmail/v1/users/me/{path}", null, ("Authorization", $"Bearer {nangoSecretKey}"), ("Connection-Id", connectionId), ("Provider-Config-Key", Gmail))).Ok();
}
