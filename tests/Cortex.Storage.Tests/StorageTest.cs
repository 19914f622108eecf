using Cortex.Storage.Connections;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;
using Npgsql;

namespace Cortex.Storage.Tests;

/// <summary>A migrated database of the test's own, and rows to begin with.</summary>
public abstract class StorageTest(PostgresFixture postgres) : IAsyncLifetime
{
    protected static readonly UserId Ada = new("ada");

    protected static readonly CompiledProgram Program = new(["gmail"], "email.received", """{"version":1}""", "hash", "When an email arrives, do nothing.", "builtin");

    protected NpgsqlDataSource Db { get; private set; } = null!;

    protected string Url { get; private set; } = null!;

    protected static CancellationToken None => CancellationToken.None;

    public virtual async ValueTask InitializeAsync()
    {
        Url = await postgres.CreateDatabaseAsync();
        Db = Database.Open(Url);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    protected async Task ExecuteAsync(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    protected async Task<ConnectionKey> ConnectAsync(UserId user, string connectionId)
    {
        var key = ConnectionKey.For("google-mail-ynxw", connectionId);
        await new ConnectionStore(Db).SaveAsync(key, user, Providers.Gmail, "google-mail-ynxw", connectionId, null, None);
        return key;
    }

    protected static NewDelivery Event(ConnectionKey? key, string? dedupeKey = null, byte[]? payload = null, string type = "sync", string? ignored = null) => new(
        DeliveryId.New(TimeProvider.System.GetUtcNow()), key, "google-mail-ynxw", "mailbox", type, dedupeKey, payload ?? "{}"u8.ToArray(), null, ignored);

    protected async Task<UnitRow> UnitAsync(UserId user, string? key = null, CompiledProgram? program = null)
    {
        var id = UnitId.New(TimeProvider.System.GetUtcNow());
        var units = new UnitStore(Db);
        await units.InsertAsync(new(id, user, "A unit", "when …", program ?? Program, key, key is null ? null : "request"), None);
        return (await units.FindAsync(id, None))!;
    }

    protected static RunRow Run(UserId user, UnitId unit, RunId? id = null, string status = RunStatus.Running, string trigger = "{}")
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(
            id ?? RunId.New(now), user, unit, "A unit", 1, DeliveryId.New(now), ConnectionKey.For("g", "m"), "m", "g", status, 1, 1, trigger, null, null, null, now, now,
            RunStatus.IsFinal(status) ? now : null);
    }

    protected static StepRow Step(int index, string status = StepStatus.Completed, string? output = "{}") => new(
        index, "none", status, "{}", output, null, 1, TimeProvider.System.GetUtcNow(), status == StepStatus.Running ? null : TimeProvider.System.GetUtcNow());
}
