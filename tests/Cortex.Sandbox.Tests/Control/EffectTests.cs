using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Control;

public sealed class EffectTests : IAsyncLifetime
{
    private const string CalendarKey = "google-calendar";
    private const string SalesforceKey = "salesforce-2";
    private const string Mail = "VG86IGJAZXhhbXBsZS5jb20NClN1YmplY3Q6IEhlbGxvDQoNCnk"; // To: b@example.com, Subject: Hello

    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");
        await sandbox.ConnectAsync("c2", key: CalendarKey);
        await sandbox.ConnectAsync("c3", key: SalesforceKey);
    }

    public async ValueTask DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Effects_OfAllProviders_AreListedByWhatPeopleCallThem()
    {
        await SendAsync();
        await sandbox.NangoAsync(HttpMethod.Post, "/proxy/calendar/v3/calendars/primary/events", "c2", JsonNode.Parse("""{"summary":"Lunch","start":{"dateTime":"2026-08-22T12:00:00Z"},"end":{"dateTime":"2026-08-22T13:00:00Z"}}"""), CalendarKey);
        await sandbox.NangoAsync(HttpMethod.Post, "/proxy/services/data/v59.0/sobjects/Lead", "c3", JsonNode.Parse("""{"LastName":"Byron","Company":"Engines"}"""), SalesforceKey);

        Assert.Equal(["c1 mail Hello", "c2 event Lunch", "c3 record Byron"], await EffectsAsync(""));
        Assert.Equal(["c2 event Lunch"], await EffectsAsync("?connectionId=c2"));
    }

    [Fact]
    public async Task Effect_WhoseAnswerWasLost_IsListed_AndAMailThatCameInIsNot()
    {
        await sandbox.AddAsync("c1", "GmailEmail", new { sender = "bob@example.com", subject = "Hi" });
        await sandbox.FaultAsync(new { match = "/messages/send", afterEffect = true });

        await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal(["c1 mail Hello"], await EffectsAsync(""));
    }

    private Task<Answer> SendAsync() => sandbox.GmailAsync("c1", HttpMethod.Post, "messages/send", new JsonObject { ["raw"] = Mail });

    private async Task<string[]> EffectsAsync(string query) =>
        [.. (await sandbox.GetAsync($"/sandbox/effects{query}"))["effects"].AsArray().Select(effect => $"{effect!["connectionId"]} {effect["kind"]} {effect["text"]}")];
}
