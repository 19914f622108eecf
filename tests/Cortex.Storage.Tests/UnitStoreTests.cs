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
    public async Task A_connection_stays_with_its_first_user()
    {
        var connections = new ConnectionStore(Db);
        var key = await ConnectAsync(Ada, "mailbox");

        Assert.False(await connections.SaveAsync(key, Ada, Providers.Gmail, "google-mail-ynxw", "mailbox", "ada@example.com", None));
        Assert.Null(await connections.SaveAsync(key, new("bob"), Providers.Gmail, "google-mail-ynxw", "mailbox", null, None));
        Assert.Equal((Ada, "ada@example.com"), ((await connections.FindAsync(key, None))!.User, (await connections.FindAsync(key, None))!.Email));
    }
}
