using Cortex.Storage.Connections;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Storage.Tests;

public sealed class UnitStoreTests(PostgresFixture postgres) : StorageTest(postgres)
{
    [Fact]
    public async Task The_history_of_the_status_is_kept_by_the_databases_clock_and_capped()
    {
        var units = new UnitStore(Db);
        var unit = await UnitAsync(Ada);
        for (var n = 0; n < UnitStore.StatusLogMax + 5; n++)
        {
            Assert.True(await units.SetStatusAsync(unit, n % 2 == 0 ? UnitStatus.Paused : UnitStatus.Active, None));
            unit = (await units.FindAsync(unit.Id, None))!;
        }

        Assert.Equal(UnitStore.StatusLogMax, unit.StatusLog.Count);
        Assert.Equal(unit.StatusLog.OrderBy(c => c.At), unit.StatusLog);
        Assert.Equal(("paused", UnitStatus.Paused), (unit.StatusLog[^1].Status, unit.Status));
    }

    [Fact]
    public async Task A_change_that_is_based_on_an_old_row_is_refused()
    {
        var units = new UnitStore(Db);
        var unit = await UnitAsync(Ada);

        Assert.True(await units.EditAsync(unit, "New name", unit.Prompt, null, None));
        Assert.False(await units.EditAsync(unit, "Newer name", unit.Prompt, null, None));
        Assert.False(await units.SetStatusAsync(unit, UnitStatus.Paused, None));
        Assert.False(await units.DeleteAsync(unit, None));
        Assert.Equal(("New name", 1), ((await units.FindAsync(unit.Id, None))!.Name, (await units.FindAsync(unit.Id, None))!.Version));
    }

    [Fact]
    public async Task A_new_program_is_a_new_version_and_the_old_one_stays_readable_even_after_deletion()
    {
        var units = new UnitStore(Db);
        var unit = await UnitAsync(Ada);

        await units.EditAsync(unit, unit.Name, "when: …", Program with { Json = """{"version":1,"n":2}""" }, None);
        unit = (await units.FindAsync(unit.Id, None))!;
        await units.DeleteAsync(unit, None);

        Assert.Equal(2, unit.Version);
        Assert.Equal(Program.Json, await units.FindProgramAsync(unit.Id, 1, None));
        Assert.Equal("""{"version":1,"n":2}""", await units.FindProgramAsync(unit.Id, 2, None));
        Assert.Null(await units.FindAsync(unit.Id, None));
        Assert.Empty(await units.ListViewsAsync(Ada, new(20, null), None));
    }

    [Fact]
    public async Task An_idempotency_key_makes_one_unit_of_a_user()
    {
        var unit = await UnitAsync(Ada, "key-1");

        await Assert.ThrowsAsync<StorageException>(() => UnitAsync(Ada, "key-1"));

        Assert.Equal(unit.Id, (await new UnitStore(Db).FindByIdempotencyKeyAsync(Ada, "key-1", None))!.Value.Id);
        Assert.NotEqual(unit.Id, (await UnitAsync(new("bob"), "key-1")).Id);
    }

    [Fact]
    public async Task Health_follows_the_users_connections()
    {
        var units = new UnitStore(Db);
        var unit = await UnitAsync(Ada);
        await ConnectAsync(new("bob"), "bobs");
        Assert.Equal("needs_connection", (await units.FindViewAsync(Ada, unit.Id, None))!.Health);

        var key = await ConnectAsync(Ada, "adas");
        Assert.Equal("ok", (await units.FindViewAsync(Ada, unit.Id, None))!.Health);

        await new ConnectionStore(Db).SetStatusAsync(key, ConnectionStatus.NeedsReauth, None);
        Assert.Equal("needs_reauth", (await units.FindViewAsync(Ada, unit.Id, None))!.Health);
        Assert.Null(await units.FindViewAsync(new("bob"), unit.Id, None));
    }

    [Fact]
    public async Task Health_is_the_worst_of_all_the_providers_of_the_program_and_the_accounts_say_whose_it_is()
    {
        var (units, connections) = (new UnitStore(Db), new ConnectionStore(Db));
        var unit = await UnitAsync(Ada, program: Program with { Providers = [Providers.Gmail, Providers.Salesforce] });
        var mailbox = await ConnectAsync(Ada, "mailbox");
        var (health, accounts) = await HealthAsync(unit.Id);
        Assert.Equal("needs_connection", health);
        Assert.Equal([new(mailbox, Providers.Gmail, null, "active"), new(null, Providers.Salesforce, null, "not_connected")], accounts);

        var first = await ConnectSalesforceAsync("first");
        await ConnectSalesforceAsync("second");
        await connections.SetStatusAsync(first, ConnectionStatus.NeedsReauth, None);
        (health, accounts) = await HealthAsync(unit.Id);
        Assert.Equal("ok", health);
        Assert.Equal(["gmail active", "second@example.com active", "first@example.com needs_reauth"], accounts.Select(account => $"{account.Email ?? account.Provider} {account.Status}"));
        Assert.Equal(accounts[1].Id, (await connections.FindAsync(Ada, Providers.Salesforce, None))!.Key);

        await connections.SetStatusAsync(accounts[1].Id!.Value, ConnectionStatus.NeedsReauth, None);
        (health, accounts) = await HealthAsync(unit.Id);
        Assert.Equal(("needs_reauth", first), (health, accounts[1].Id));
        Assert.Equal(first, (await connections.FindAsync(Ada, Providers.Salesforce, None))!.Key);

        await connections.DeleteAsync(mailbox, Ada, None);
        Assert.Equal("needs_connection", (await HealthAsync(unit.Id)).Health);
    }

    [Fact]
    public async Task A_new_program_changes_the_accounts_and_a_new_name_does_not()
    {
        var units = new UnitStore(Db);
        var unit = await UnitAsync(Ada, program: Program with { Providers = [Providers.Gmail, Providers.Salesforce] });

        await units.EditAsync(unit, "New name", unit.Prompt, null, None);
        Assert.Equal([Providers.Gmail, Providers.Salesforce], (await HealthAsync(unit.Id)).Accounts.Select(account => account.Provider));

        await units.EditAsync((await units.FindAsync(unit.Id, None))!, "New name", "when: …", Program with { Providers = [Providers.GoogleCalendar] }, None);
        Assert.Equal([Providers.GoogleCalendar], (await HealthAsync(unit.Id)).Accounts.Select(account => account.Provider));
    }

    [Fact]
    public async Task Of_very_many_accounts_those_that_work_are_read()
    {
        var unit = await UnitAsync(Ada);
        for (var n = 0; n <= UnitAccount.OfProviderMax; n++)
        {
            var key = await ConnectAsync(Ada, $"mailbox-{n}");
            await new ConnectionStore(Db).SetStatusAsync(key, n == UnitAccount.OfProviderMax ? ConnectionStatus.Active : ConnectionStatus.NeedsReauth, None);
        }

        var (health, accounts) = await HealthAsync(unit.Id);

        Assert.Equal(("ok", UnitAccount.OfProviderMax, "active"), (health, accounts.Count, accounts[0].Status));
    }

    [Fact]
    public async Task A_unit_that_an_older_silo_made_needs_its_triggers_account()
    {
        var unit = await UnitAsync(Ada);
        await ExecuteAsync("UPDATE units SET providers = NULL");

        var (health, accounts) = await HealthAsync(unit.Id);

        Assert.Equal("needs_connection", health);
        Assert.Equal([new(null, Providers.Gmail, null, "not_connected")], accounts);
    }

    [Fact]
    public async Task A_connection_stays_with_its_first_user()
    {
        var connections = new ConnectionStore(Db);
        var key = await ConnectAsync(Ada, "mailbox");

        Assert.False(await connections.SaveAsync(key, Ada, Providers.Gmail, "google-mail-ynxw", "mailbox", "ada@example.com", None));
        Assert.Null(await connections.SaveAsync(key, new("bob"), Providers.Gmail, "google-mail-ynxw", "mailbox", null, None));
        Assert.Equal((Ada, "ada@example.com"), ((await connections.FindAsync(key, None))!.User, (await connections.FindAsync(key, None))!.Email));
    }

    private async Task<(string Health, List<UnitAccount> Accounts)> HealthAsync(UnitId unit)
    {
        var view = (await new UnitStore(Db).FindViewAsync(Ada, unit, None))!;
        Assert.Equal(view.Accounts, Assert.Single(await new UnitStore(Db).ListViewsAsync(Ada, new(20, null), None)).Accounts);
        return (view.Health, [.. view.Accounts]);
    }

    private async Task<ConnectionKey> ConnectSalesforceAsync(string name)
    {
        var key = ConnectionKey.For("salesforce", name);
        await new ConnectionStore(Db).SaveAsync(key, Ada, Providers.Salesforce, "salesforce", name, $"{name}@example.com", None);
        return key;
    }
}
