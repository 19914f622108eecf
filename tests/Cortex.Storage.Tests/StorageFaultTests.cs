using Cortex.Storage.Connections;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Errors;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;
using Npgsql;

namespace Cortex.Storage.Tests;

public sealed class StorageFaultTests(PostgresFixture postgres) : StorageTest(postgres)
{
    [Fact]
    public async Task PostgresThatIsAway_IsAway_WhateverIsAsked()
    {
        await using var away = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=1");
        var run = Run(Ada, UnitId.New(TimeProvider.System.GetUtcNow()));
        using var writer = new RunWriter(away);
        await writer.StartAsync(None);

        foreach (var ask in new Func<Task>[]
        {
            () => new RunStore(away).FindAsync(run.Id, None),
            () => new RunStore(away).ListStepsAsync(run.Id, None),
            () => new UnitStore(away).CountAsync(Ada, None),
            () => new ConnectionStore(away).ReconcileAfterAsync(run.Connection, TimeSpan.Zero, None),
            () => new DatabaseProbe(away).PingAsync(None),
            () => writer.CommitAsync(new(run, []), None),
        })
        {
            var failure = await Assert.ThrowsAsync<StorageException>(ask);
            Assert.Equal((StorageFault.Away, true), (failure.Fault, failure.IsPassing));
        }

        await writer.StopAsync(None);
    }

    /// <summary>The code that PostgreSQL raises says what it means (PostgreSQL 15 documentation, appendix A).</summary>
    [Theory]
    [InlineData("22021", StorageFault.Refused)] // a text with a NUL
    [InlineData("23514", StorageFault.Refused)] // a check
    [InlineData("54000", StorageFault.Refused)] // a limit of PostgreSQL's
    [InlineData("0A000", StorageFault.Refused)]
    [InlineData("40001", StorageFault.Conflict)]
    [InlineData("40P01", StorageFault.Conflict)]
    [InlineData("55P03", StorageFault.Conflict)]
    [InlineData("25006", StorageFault.Away)] // a standby
    [InlineData("42P01", StorageFault.Away)] // not migrated yet
    [InlineData("53100", StorageFault.Away)] // no room
    [InlineData("57P03", StorageFault.Away)] // starting
    [InlineData("28P01", StorageFault.Away)] // a password that is being changed
    public async Task WhatPostgresRaises_IsTranslated(string code, StorageFault fault)
    {
        var key = await ConnectAsync(Ada, "mailbox");
        await RaiseAsync("connections", code);

        var failure = await Assert.ThrowsAsync<StorageException>(() => new ConnectionStore(Db).ReconcileAfterAsync(key, TimeSpan.Zero, None));

        Assert.Equal((fault, fault != StorageFault.Refused), (failure.Fault, failure.IsPassing));
        Assert.IsType<PostgresException>(failure.InnerException);
    }

    [Fact]
    public async Task StatementThatTakesTooLong_IsAway()
    {
        await using var impatient = NpgsqlDataSource.Create($"{DatabaseUrl.ToConnectionString(Url)};Command Timeout=1");
        var key = await ConnectAsync(Ada, "mailbox");
        await ExecuteAsync("CREATE FUNCTION doze() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(5); RETURN NEW; END $$");
        await ExecuteAsync("CREATE TRIGGER doze BEFORE UPDATE ON connections FOR EACH ROW EXECUTE FUNCTION doze()");

        var failure = await Assert.ThrowsAsync<StorageException>(() => new ConnectionStore(impatient).ReconcileAfterAsync(key, TimeSpan.Zero, None));

        Assert.Equal(StorageFault.Away, failure.Fault);
    }

    [Fact]
    public async Task BatchThatOthersAreInTheWayOf_IsWrittenAgain_AndNoneOfItsWritesFails()
    {
        using var writer = new RunWriter(Db);
        await RaiseAsync("runs", "40P01", times: 2);
        var unit = UnitId.New(TimeProvider.System.GetUtcNow());
        var writes = Enumerable.Range(0, 20).Select(_ => writer.CommitAsync(new(Run(Ada, unit), [Step(0)]), None)).ToList();
        await writer.StartAsync(None);

        Assert.All(await Task.WhenAll(writes), written => Assert.Equal(RunWritten.Written, written));
        await writer.StopAsync(None);
        Assert.Equal(20, await ScalarAsync<long>("SELECT count(*) FROM runs"));
        Assert.Equal(3, await ScalarAsync<long>("SELECT last_value FROM raised"));
    }

    [Fact]
    public async Task BatchWithAWriteThatIsRefused_LosesThatOneAlone()
    {
        using var writer = new RunWriter(Db);
        await RaiseAsync("runs", "23514", when: "NEW.unit_name = 'poison'");
        var unit = UnitId.New(TimeProvider.System.GetUtcNow());
        var writes = Enumerable.Range(0, 20).Select(n => writer.CommitAsync(new(Run(Ada, unit) with { UnitName = n == 7 ? "poison" : $"{n}" }, [Step(0)]), None)).ToList();
        await writer.StartAsync(None);

        var failure = await Assert.ThrowsAsync<StorageException>(() => writes[7]);
        Assert.Equal(StorageFault.Refused, failure.Fault);
        Assert.All(await Task.WhenAll(writes.Where((_, n) => n != 7)), written => Assert.Equal(RunWritten.Written, written));
        await writer.StopAsync(None);
    }

    [Fact]
    public async Task Fail_EndsAnOpenRunAndItsStep_AndLeavesAnEndedOneAlone()
    {
        using var writer = new RunWriter(Db);
        await writer.StartAsync(None);
        var unit = UnitId.New(TimeProvider.System.GetUtcNow());
        var (open, ended) = (Run(Ada, unit), Run(Ada, unit, status: RunStatus.Completed));
        await writer.CommitAsync(new(open, [Step(0), Step(1, StepStatus.Running, null)]), None);
        await writer.CommitAsync(new(ended, [Step(0)]), None);
        var runs = new RunStore(Db);

        await runs.FailAsync(open.Id, 2, "It was not mine.", ErrorCodes.Internal, DeadReason.StorageRefused, None);
        Assert.Equal(RunStatus.Running, (await runs.FindAsync(open.Id, None))!.Status);
        await runs.FailAsync(open.Id, 1, "It was too much.", ErrorCodes.Internal, DeadReason.StorageRefused, None);
        await runs.FailAsync(ended.Id, 1, "It was too much.", ErrorCodes.Internal, DeadReason.StorageRefused, None);

        var failed = (await runs.FindAsync(open.Id, None))!;
        Assert.Equal((RunStatus.Failed, 2, "It was too much."), (failed.Status, failed.Revision, failed.Error));
        Assert.Equal((ErrorCodes.Internal, DeadReason.StorageRefused), (failed.ErrorCode, failed.DeadReason));
        Assert.Equal([(StepStatus.Completed, null), (StepStatus.Failed, "It was too much.")], (await runs.ListStepsAsync(open.Id, None)).Select(s => (s.Status, s.Error)));
        Assert.Equal((RunStatus.Completed, 1), ((await runs.FindAsync(ended.Id, None))!.Status, (await runs.FindAsync(ended.Id, None))!.Revision));

        // Whoever still holds the run as it was finds out.
        Assert.Equal(RunWritten.Lost, await writer.CommitAsync(new(open with { Revision = 2 }, []), None));
        await writer.StopAsync(None);
    }

    /// <summary>Has writes to a table fail with a code, so many times; a sequence counts them, as it is not rolled back.</summary>
    private async Task RaiseAsync(string table, string code, int times = int.MaxValue, string when = "true")
    {
        await ExecuteAsync("CREATE SEQUENCE raised");
        await ExecuteAsync($"""
            CREATE FUNCTION raise_fault() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF {when} AND (SELECT NOT is_called OR last_value <= {times} FROM raised) AND nextval('raised') <= {times} THEN RAISE EXCEPTION 'as the test wants it' USING ERRCODE = '{code}'; END IF;
                RETURN NEW;
            END $$
            """);
        await ExecuteAsync($"CREATE TRIGGER raise_fault BEFORE INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION raise_fault()");
    }
}
