using Cortex.Storage.Connections;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

public sealed class OwnershipTests(GrainCluster cluster) : GrainTest(cluster)
{
    [Fact]
    public async Task Connection_OfAnotherUserOrUnknownToNango_IsNotFound()
    {
        await ConnectAsync();

        var taken = await Cluster.Grains.Connection(Key).ConnectAsync(new("somebody-else"), SandboxClient.Gmail, Mailbox, None);
        var unknown = await Cluster.Grains.Connection(ConnectionKey.For(SandboxClient.Gmail, "nobody")).ConnectAsync(User, SandboxClient.Gmail, "nobody", None);

        Assert.Equal((RefusalKind.NotFound, RefusalKind.NotFound), (taken.Refusal!.Kind, unknown.Refusal!.Kind));
        Assert.False((await Cluster.Grains.Connection(Key).ConnectAsync(User, SandboxClient.Gmail, Mailbox, None)).Value);
    }

    /// <summary>Whoever comes first: it is Nango that says whose it is.</summary>
    [Fact]
    public async Task Connection_ThatItsOwnerHasNotClaimedYet_IsNobodyElses()
    {
        await MakeMailboxAsync();

        var taken = await Cluster.Grains.Connection(Key).ConnectAsync(new("somebody-else"), SandboxClient.Gmail, Mailbox, None);

        Assert.Equal(RefusalKind.NotFound, taken.Refusal!.Kind);
        Assert.Null(await new ConnectionStore(Cluster.Db).FindAsync(Key, None));
        Assert.True((await Cluster.Grains.Connection(Key).ConnectAsync(User, SandboxClient.Gmail, Mailbox, None)).Value);
    }

    [Fact]
    public async Task Disconnect_ByAStranger_RemovesNothing()
    {
        await ConnectAsync();

        var refused = await Cluster.Grains.Connection(Key).DisconnectAsync(new("somebody-else"), None);

        Assert.Equal(RefusalKind.NotFound, refused.Refusal!.Kind);
        Assert.Equal(User, (await new ConnectionStore(Cluster.Db).FindAsync(Key, None))!.User);

        // Nango is asked as well, and has it.
        Assert.False((await Cluster.Grains.Connection(Key).ConnectAsync(User, SandboxClient.Gmail, Mailbox, None)).IsRefused);
    }

    [Fact]
    public async Task Disconnect_RemovesItAtBothEnds_AndItsUnitsSayWhatTheyNeed()
    {
        await ConnectAsync();
        var unit = await UnitAsync();

        Assert.False((await Cluster.Grains.Connection(Key).DisconnectAsync(User, None)).IsRefused);

        Assert.Null(await new ConnectionStore(Cluster.Db).FindAsync(Key, None));
        Assert.Equal("needs_connection", (await new UnitStore(Cluster.Db).FindViewAsync(User, unit, None))!.Health);
        Assert.Equal(RefusalKind.NotFound, (await Cluster.Grains.Connection(Key).ConnectAsync(User, SandboxClient.Gmail, Mailbox, None)).Refusal!.Kind);
    }

    [Fact]
    public async Task Disconnect_OfAnAccountThatOnlyAStepUses_ShowsOnTheUnit_UntilItsProgramIsAnother()
    {
        await ConnectAsync();
        var salesforce = ConnectionKey.For("salesforce", $"salesforce-{User.Value}");
        await new ConnectionStore(Cluster.Db).SaveAsync(salesforce, User, Providers.Salesforce, "salesforce", $"salesforce-{User.Value}", null, None);
        var unit = await UnitAsync("When an email arrives from test@test.com, create a Salesforce lead");
        var units = new UnitStore(Cluster.Db);
        Assert.Equal("ok", (await units.FindViewAsync(User, unit, None))!.Health);

        await new ConnectionStore(Cluster.Db).DeleteAsync(salesforce, User, None);
        var view = (await units.FindViewAsync(User, unit, None))!;
        Assert.Equal("needs_connection", view.Health);
        Assert.Equal(["gmail active", "salesforce not_connected"], view.Accounts.Select(account => $"{account.Provider} {account.Status}"));

        Assert.False((await Cluster.Grains.Unit(unit).EditAsync(User, null, "when: email from test@test.com then: do nothing", None)).IsRefused);
        Assert.Equal("ok", (await units.FindViewAsync(User, unit, None))!.Health);
    }

    [Fact]
    public async Task AuthWebhooks_SetTheStatusOfTheConnection()
    {
        await ConnectAsync();
        foreach (var (operation, success, status) in new[] { ("refresh", false, "needs_reauth"), ("refresh", true, "active"), ("refresh", false, "needs_reauth"), ("override", true, "active") })
        {
            // Nango is asked about an account that does not work, and says the same.
            await (success ? Cluster.Sandbox.RecoverAsync(Mailbox) : Cluster.Sandbox.BreakAsync(Mailbox));
            var e = await Cluster.StoreAsync(
                $$$"""{"from":"nango","type":"auth","operation":"{{{operation}}}","success":{{{(success ? "true" : "false")}}},"connectionId":"{{{Mailbox}}}","providerConfigKey":"{{{SandboxClient.Gmail}}}","tags":{}}""");

            Assert.Equal("processed", (await DealtWithAsync(e)).Outcome);
            Assert.Equal((status, User), ((await new ConnectionStore(Cluster.Db).FindAsync(Key, None))!.Status, (await new ConnectionStore(Cluster.Db).FindAsync(Key, None))!.User));
        }
    }

    [Fact]
    public async Task Units_NeedAConnection_AndAnswerToTheirOwnerAlone()
    {
        var refused = await Cluster.Grains.User(User).CreateUnitAsync(new("A unit", "when: email from test@test.com then: do nothing", null, null), None);
        Assert.StartsWith("No connection found for provider gmail", refused.Refusal!.Sentence, StringComparison.Ordinal);

        await ConnectAsync();
        var unit = await UnitAsync();
        var stranger = new UserId("somebody-else");
        Assert.Equal(RefusalKind.NotFound, (await Cluster.Grains.Unit(unit).SetStatusAsync(stranger, UnitStatus.Paused, None)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Cluster.Grains.Unit(unit).EditAsync(stranger, "Mine", null, None)).Refusal!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await Cluster.Grains.Unit(unit).DeleteAsync(stranger, None)).Refusal!.Kind);
    }

    [Fact]
    public async Task IdempotencyKey_GivesTheSameUnit_AndOnlyForTheSameRequest()
    {
        await ConnectAsync();
        var request = new NewUnit("A unit", "when: email from test@test.com then: do nothing", null, "key-1");

        var first = await Cluster.Grains.User(User).CreateUnitAsync(request, None);
        var second = await Cluster.Grains.User(User).CreateUnitAsync(request, None);
        var other = await Cluster.Grains.User(User).CreateUnitAsync(request with { Name = "Another" }, None);

        Assert.Equal((first.Value!.Unit, true, false), (second.Value!.Unit, first.Value.IsNew, second.Value.IsNew));
        Assert.Equal(RefusalKind.Conflict, other.Refusal!.Kind);
    }

    [Fact]
    public async Task Preview_CarriesItsHashIntoTheCreation()
    {
        await ConnectAsync();
        const string Prompt = "when: email from test@test.com then: do nothing";
        var preview = (await Cluster.Grains.User(User).PreviewAsync(Prompt, None)).Value!;

        Assert.False((await Cluster.Grains.User(User).CreateUnitAsync(new("A unit", Prompt, preview.ProgramHash, null), None)).IsRefused);
        Assert.Equal(RefusalKind.Conflict, (await Cluster.Grains.User(User).CreateUnitAsync(new("A unit", Prompt, "another", null), None)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Unprocessable, (await Cluster.Grains.User(User).PreviewAsync("when: then: do nothing", None)).Refusal!.Kind);
    }
}
