using Cortex.Runs;
using Cortex.Storage.Connections;
using Cortex.Storage.Runs;
using Cortex.Testing;
using Cortex.Tools;

namespace Cortex.Grains.Tests;

/// <summary>Runs whose account must be connected again wait for that, and then go on.</summary>
public sealed class HeldRunTests(GrainCluster cluster) : GrainTest(cluster)
{
    private const string Send = "when: email from test@test.com then: send an email to ada@example.com with subject \"Hi\" and body \"There\"";

    [Theory]
    [InlineData(424, """{"error":{"code":"connection_refresh_backoff","message":"The refresh limit has been reached for this connection."}}""")]
    [InlineData(424, """{"error":{"code":"server_error","message":"Failed to get connection credentials: the refresh token is exhausted"}}""")]
    [InlineData(401, """{"error":{"code":401,"message":"Request had invalid authentication credentials.","status":"UNAUTHENTICATED"}}""")]
    public async Task ARefusedAuthorisation_HoldsTheRun_ShowsOnTheAccount_AndLetsItGoOnAfterRecovery(int status, string body)
    {
        await ConnectAsync();
        var unit = await UnitAsync(Send);
        await FaultAsync("POST /proxy/gmail/v1/users/me/drafts/send", status, body);

        // A look at all accounts, which other tests call for, would find this one well.
        await FaultAsync(new { match = "GET /connections/", status = 503, times = 1_000 });

        await DealtWithAsync(await SyncAsync(Email()));

        var held = await RunAsync(unit, RunStatus.Waiting);
        Assert.Equal(((ConnectionKey?)Key, (string?)null), (held.HeldBy, held.Error));
        Assert.Contains("Reconnect Gmail; this run then goes on by itself.", (await StepsAsync(held.Id))[0].Error, StringComparison.Ordinal);
        await StatusAsync(ConnectionStatus.NeedsReauth);

        await DealtWithAsync(await Cluster.StoreAsync(Auth("refresh", true)));

        await RunAsync(unit, RunStatus.Completed);
        Assert.Equal(1, await SentAsync());
        await StatusAsync(ConnectionStatus.Active);
    }

    [Fact]
    public async Task WhileTheAccountNeedsItsUser_NothingIsCalled_AndAReconnectSendsEverythingOnce()
    {
        await ConnectAsync();
        var unit = await UnitAsync(Send);
        await DealtWithAsync(await Cluster.StoreAsync(Auth("refresh", false)));

        await DealtWithAsync(await SyncAsync(Email(), Email()));
        await Eventually.GetAsync(async () => (await RunsAsync(unit)).Count(r => r.HeldBy == Key) == 2 ? "held" : null);
        Assert.DoesNotContain(await Cluster.Sandbox.CallsAsync(Mailbox), call => ((string)call!["path"]!).Contains("/gmail/", StringComparison.Ordinal));

        await DealtWithAsync(await Cluster.StoreAsync(Auth("override", true)));

        await Eventually.GetAsync(async () => (await RunsAsync(unit)).Count(r => r.Status == RunStatus.Completed) == 2 ? "sent" : null);
        Assert.Equal(2, await SentAsync());
    }

    [Fact]
    public async Task ALostWordOfRecovery_IsMadeUpForByLooking()
    {
        await ConnectAsync();
        var unit = await UnitAsync(Send);
        await DealtWithAsync(await Cluster.StoreAsync(Auth("refresh", false)));
        await DealtWithAsync(await SyncAsync(Email()));
        await RunAsync(unit, RunStatus.Waiting);

        await Cluster.Grains.Connection(Key).ReconcileAsync(None);

        await RunAsync(unit, RunStatus.Completed);
        Assert.Equal(1, await SentAsync());
    }

    [Fact]
    public async Task AHeldRun_WhoseAccountIsRemoved_FailsAndSaysSo()
    {
        await ConnectAsync();
        var unit = await UnitAsync(Send);
        await DealtWithAsync(await Cluster.StoreAsync(Auth("refresh", false)));
        await DealtWithAsync(await SyncAsync(Email()));
        await RunAsync(unit, RunStatus.Waiting);

        Assert.False((await Cluster.Grains.Connection(Key).DisconnectAsync(User, None)).IsRefused);

        Assert.Contains("is no longer connected", (await RunAsync(unit, RunStatus.Failed)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAccountThatIsSomebodyElsesByNow_IsNotCalled()
    {
        await ConnectAsync();
        var accounts = new Accounts(new ConnectionStore(Cluster.Db));

        var own = await accounts.FindAsync(new(User, Key, Providers.Gmail), Providers.Gmail, None);
        var others = await accounts.FindAsync(new(new("its-owner-before"), Key, Providers.Gmail), Providers.Gmail, None);

        Assert.Equal((SandboxClient.Gmail, Mailbox), (own.Account!.ProviderConfigKey, own.Account.ConnectionId));
        Assert.Null(others.Account);
        Assert.Equal("The Gmail account is not yours any more.", Assert.IsType<ToolResult.Failed>(others.Failure).Sentence);
    }

    private Task<string> StatusAsync(string status) =>
        Eventually.GetAsync(async () => (await new ConnectionStore(Cluster.Db).FindAsync(Key, None))?.Status == status ? status : null);

    private Task FaultAsync(string match, int status, string body) =>
        FaultAsync(new { match, status, times = 1, body = System.Text.Json.Nodes.JsonNode.Parse(body) });

    private string Auth(string operation, bool success) => System.Text.Json.JsonSerializer.Serialize(new
    {
        from = "nango",
        type = "auth",
        operation,
        success,
        connectionId = Mailbox,
        authMode = "OAUTH2",
        providerConfigKey = SandboxClient.Gmail,
        provider = "google-mail",
        environment = "dev",
        tags = new Dictionary<string, string>(),
    });
}
