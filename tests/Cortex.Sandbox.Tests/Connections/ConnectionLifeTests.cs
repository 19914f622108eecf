using System.Text.Json.Nodes;
using Cortex.Sandbox.Nango;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Connections;

public sealed class ConnectionLifeTests : ReceivedTest
{
    private static readonly string ConnectionPath = $"/connections/c1?provider_config_key={SandboxHost.GmailKey}";

    [Fact]
    public async Task Broken_SendsARefreshFailureAndShowsAnError()
    {
        var answer = await Sandbox.PostAsync("/sandbox/connections/c1/break", new { });

        Assert.Equal(202, answer["webhook"]["status"]!.GetValue<int>());
        Assert.Equal(
            """{"authMode":"OAUTH2","connectionId":"c1","environment":"dev","error":{"description":"The external API returned an error when trying to refresh the access token. Please try again later.","type":"refresh_token_external_error"},"from":"nango","operation":"refresh","provider":"google-mail","providerConfigKey":"google-mail-ynxw","success":false,"tags":{"end_user_email":"ada@example.com","end_user_id":"uid_8fK2"},"type":"auth"}""",
            Receiver.Received[^1].Body);
        Assert.Equal("auth", (await Sandbox.NangoAsync(HttpMethod.Get, ConnectionPath))["errors"][0]!["type"]!.GetValue<string>());
        var listed = (await Sandbox.NangoAsync(HttpMethod.Get, "/connections"))["connections"][0]!;
        Assert.Equal("auth", listed["errors"]![0]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Broken_ProxyCalls_FailTheRefreshThenBackOffThenFailItAgain()
    {
        await Sandbox.PostAsync("/sandbox/connections/c1/break", new { webhook = false });
        Assert.Single(Receiver.Received);

        var first = await ProfileAsync();
        var second = await ProfileAsync();
        Time.Advance(CredentialRefresh.Backoff);
        var third = await ProfileAsync();

        Assert.Equal(400, first.Status);
        Assert.Equal("server_error", Code(first));
        Assert.StartsWith("Failed to get connection credentials: ", first["error"]["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal((424, "connection_refresh_backoff"), (second.Status, Code(second)));
        Assert.Equal("server_error", Code(third));
        await Receiver.ReceivedAsync(3);
        Assert.All(Receiver.Received.Skip(1), webhook => Assert.Equal("refresh", Member(webhook, "operation")));
        Assert.Empty((await Sandbox.GetAsync("/sandbox/calls"))["calls"].AsArray());
    }

    [Fact]
    public async Task Broken_ForGood_Is424AtEveryCall()
    {
        await Sandbox.PostAsync("/sandbox/connections/c1/break", new { exhausted = true });

        for (var call = 0; call < 2; call++)
        {
            var answer = await ProfileAsync();
            Assert.Equal((424, "server_error"), (answer.Status, Code(answer)));
            Assert.Contains("The refresh limit has been reached", answer["error"]["message"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Broken_WithStatus424_PassesItOn()
    {
        await Sandbox.PostAsync("/sandbox/connections/c1/break", new { status = 424 });

        Assert.Equal(424, (await ProfileAsync()).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Recovered_ServesCallsAgain_AndTellsIfItShall(bool webhook)
    {
        await Sandbox.PostAsync("/sandbox/connections/c1/break", new { });
        var before = Receiver.Received.Count;

        var answer = await Sandbox.PostAsync("/sandbox/connections/c1/recover", new { webhook });

        Assert.Equal(200, answer.Status);
        Assert.Equal(200, (await ProfileAsync()).Status);
        Assert.Equal("[]", (await Sandbox.NangoAsync(HttpMethod.Get, ConnectionPath))["errors"].ToJsonString());
        var told = Receiver.Received.Skip(before).ToArray();
        Assert.Equal(webhook ? 1 : 0, told.Length);
        Assert.All(told, sent => Assert.Equal(("refresh", "true"), (Member(sent, "operation"), Member(sent, "success"))));
        Assert.Equal(409, (await Sandbox.PostAsync("/sandbox/connections/c1/recover", new { })).Status);
    }

    [Fact]
    public async Task Broken_AndAuthorisedAnew_IsSound()
    {
        await Sandbox.PostAsync("/sandbox/connections/c1/break", new { });

        await Sandbox.ConnectAsync("c1");

        Assert.Equal(200, (await ProfileAsync()).Status);
    }

    [Fact]
    public async Task Broken_StaysSoAfterARestart()
    {
        using var folder = new TempFolder();
        await using (var first = await SandboxHost.StartAsync(folder: folder))
        {
            await first.ConnectAsync("c1");
            await first.PostAsync("/sandbox/connections/c1/break", new { exhausted = true });
        }

        await using var second = await SandboxHost.StartAsync(folder: folder);

        Assert.Equal(424, (await second.GmailAsync("c1", HttpMethod.Get, "profile")).Status);
    }

    [Theory]
    [InlineData("", false, false)]
    [InlineData("", true, true)]
    [InlineData("?webhook=true", false, true)]
    [InlineData("?webhook=false", true, false)]
    public async Task Deleted_ByDashboard_TellsIfTheEnvironmentOrTheCallerWantsIt(string query, bool onDeletion, bool told)
    {
        await SetEnvironmentAsync(new { onConnectionDeletion = onDeletion });

        var answer = await Answer.OfAsync(await Sandbox.Http.DeleteAsync($"/sandbox/connections/c1{query}"));

        Assert.Equal(200, answer.Status);
        Assert.Equal(told ? 2 : 1, Receiver.Received.Count);
        Assert.Equal(404, (await Sandbox.NangoAsync(HttpMethod.Get, ConnectionPath)).Status);
        if (told)
        {
            var webhook = Receiver.Received[^1];
            Assert.Equal(("deletion", "true"), (Member(webhook, "operation"), Member(webhook, "success")));
            Assert.Equal("uid_8fK2", JsonNode.Parse(webhook.Body)!["tags"]!["end_user_id"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Deleted_ByTheApi_TellsIfTheEnvironmentWantsIt()
    {
        await SetEnvironmentAsync(new { onConnectionDeletion = true });

        await Sandbox.NangoAsync(HttpMethod.Delete, ConnectionPath);

        await Receiver.ReceivedAsync(2);
        Assert.Equal("deletion", Member(Receiver.Received[^1], "operation"));
    }

    [Fact]
    public async Task Environment_SwitchedOff_KeepsTheWebhookBack()
    {
        await SetEnvironmentAsync(new { onAuthCreation = false, onAuthRefreshError = false, onSyncCompletionAlways = false });
        var before = Receiver.Received.Count;

        await Sandbox.ConnectAsync("c2", uid: "u2");
        await Sandbox.PostAsync("/sandbox/connections/c2/break", new { });
        await Sandbox.AddAsync("c2", "Contact");
        Assert.Equal(before, Receiver.Received.Count);
        await Sandbox.AddAsync("c2", "Contact", new { id = "a" });

        Assert.Equal(before + 1, Receiver.Received.Count);
    }

    [Fact]
    public async Task Unknown_Connection_IsNotFound()
    {
        Assert.Equal(404, (await Sandbox.PostAsync("/sandbox/connections/c9/break", new { })).Status);
        Assert.Equal(404, (await Sandbox.PostAsync("/sandbox/connections/c9/recover", new { })).Status);
        Assert.Equal(404, (int)(await Sandbox.Http.DeleteAsync("/sandbox/connections/c9")).StatusCode);
    }

    private Task<Answer> ProfileAsync() => Sandbox.GmailAsync("c1", HttpMethod.Get, "profile");

    private async Task SetEnvironmentAsync(object switches)
        => (await Sandbox.Http.PutAsync("/sandbox/environment", System.Net.Http.Json.JsonContent.Create(switches))).EnsureSuccessStatusCode();

    private static string Code(Answer answer) => answer["error"]["code"]!.GetValue<string>();

    private static string Member(ReceivedWebhook webhook, string name) => JsonNode.Parse(webhook.Body)![name]!.ToString();
}
