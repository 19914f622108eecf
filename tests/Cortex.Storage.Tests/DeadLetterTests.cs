using Cortex.Storage.DeadLetters;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Runs;
using Cortex.Testing;

namespace Cortex.Storage.Tests;

public sealed class DeadLetterTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private static readonly UserId Bob = new("bob");

    private static readonly JobFilter All = new();

    [Fact]
    public async Task What_was_given_up_is_listed_by_time_with_its_kind_and_reason_and_to_its_user_only()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var e = await GivenUpAsync(key, DeadReason.Poison);
        var unit = UnitId.New(TimeProvider.System.GetUtcNow());
        var run = Run(Ada, unit, RunId.New(TimeProvider.System.GetUtcNow().AddSeconds(1)), RunStatus.Failed) with { Error = "It took too long.", DeadReason = DeadReason.MayHaveHappened };
        await WriteAsync(run, Step(0, StepStatus.Failed, null) with { CallResult = CallResult.Unknown });
        await WriteAsync(Run(Ada, unit, status: RunStatus.Failed) with { Error = "Refused for good." });
        await WriteAsync(Run(Bob, unit, status: RunStatus.Failed) with { Error = "Bob's.", DeadReason = DeadReason.GaveUp });
        var letters = new DeadLetterStore(Db);

        var mine = await letters.ListAsync(Ada, new(10, null), All, None);

        Assert.Equal(
            [(DeadLetterKind.Run, run.Id.ToString(), DeadReason.MayHaveHappened, "It took too long.", true), (DeadLetterKind.Delivery, e.ToString(), DeadReason.Poison, "Too bad.", false)],
            mine.Select(d => (d.Kind, d.PublicId, d.Reason, d.Sentence, d.MayHaveHappened)));
        Assert.Equal((unit, "A unit", run.Delivery), (mine[0].Unit!.Value, mine[0].UnitName, mine[0].Delivery!.Value));
        Assert.Equal(e.Value, Assert.Single(await letters.ListAsync(Ada, new(10, mine[0].Id), All, None)).Id);
        Assert.Equal(3, (await letters.ListAsync(null, new(10, null), All, None)).Count);
        Assert.Equal(
            [(DeadLetterKind.Delivery, DeadReason.Poison, 1L), (DeadLetterKind.Run, DeadReason.GaveUp, 1L), (DeadLetterKind.Run, DeadReason.MayHaveHappened, 1L)],
            (await letters.CountAsync(None)).Select(c => (c.Kind, c.Reason, c.Count)));
    }

    [Fact]
    public async Task Every_condition_of_a_filter_narrows()
    {
        var e = await GivenUpAsync(await ConnectAsync(Ada, "mailbox"), DeadReason.GaveUp);
        var now = TimeProvider.System.GetUtcNow();
        var (unit, other) = (UnitId.New(now), UnitId.New(now));
        var old = Run(Ada, unit, RunId.New(now.AddDays(-3)), RunStatus.Failed) with { DeadReason = DeadReason.GaveUp };
        var poison = Run(Ada, other, status: RunStatus.Failed) with { DeadReason = DeadReason.Poison };
        await WriteAsync(old);
        await WriteAsync(poison);
        var letters = new DeadLetterStore(Db);

        foreach (var (filter, expected) in new (JobFilter, Guid[])[]
        {
            (new(Reason: DeadReason.Poison), [poison.Id.Value]),
            (new(Kind: DeadLetterKind.Delivery), [e.Value]),
            (new(Kind: DeadLetterKind.Run, Reason: DeadReason.GaveUp), [old.Id.Value]),
            (new(Unit: unit), [old.Id.Value]),
            (new(Unit: unit, From: now.AddDays(-1)), []),
            (new(To: now.AddDays(-1)), [old.Id.Value]),
            (new(Kind: DeadLetterKind.Run, From: now.AddDays(-1)), [poison.Id.Value]),
        })
        {
            Assert.Equal(expected, (await letters.ListAsync(Ada, new(10, null), filter, None)).Select(d => d.Id));
        }
    }

    [Fact]
    public async Task An_event_that_an_earlier_version_gave_up_is_listed_too()
    {
        var e = await GivenUpAsync(await ConnectAsync(Ada, "mailbox"), reason: null);

        var listed = Assert.Single(await new DeadLetterStore(Db).ListAsync(Ada, new(10, null), new(Reason: DeadReason.GaveUp), None));

        Assert.Equal((e.Value, DeadReason.GaveUp), (listed.Id, listed.Reason));
    }

    [Fact]
    public async Task A_run_that_is_retried_is_given_up_no_more()
    {
        var run = Run(Ada, UnitId.New(TimeProvider.System.GetUtcNow()), status: RunStatus.Failed) with { DeadReason = DeadReason.Poison };
        await WriteAsync(run);
        Assert.Equal(DeadReason.Poison, (await new RunStore(Db).FindAsync(Ada, run.Id, None))!.DeadReason);

        await WriteAsync(run with { Revision = 2, Status = RunStatus.Running, CompletedAt = null, DeadReason = null });

        Assert.Empty(await new DeadLetterStore(Db).ListAsync(Ada, new(10, null), All, None));
    }

    [Fact]
    public async Task An_event_is_driven_again_once_by_each_request_as_if_it_had_just_come_and_in_its_old_place()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var (e, later) = (await GivenUpAsync(key, DeadReason.Poison, takeovers: 3), Event(key));
        await StoreAsync(later);
        var (redrives, events) = (new RedriveStore(Db), new DeliveryStore(Db));
        var before = TimeProvider.System.GetUtcNow().AddMinutes(-1);

        Assert.Equal([e], await redrives.RedriveAsync(key, Ada, [e], DateTimeOffset.UnixEpoch, "request", None));

        var pending = await events.ListPendingAsync(key, 10, None);
        Assert.Equal([e, later.Id], pending.Select(p => p.Id));
        Assert.Equal((0, 0, 0, (DateTimeOffset?)null), (pending[0].Attempts, pending[0].InternalFailures, pending[0].Takeovers, pending[0].RetryAt));
        Assert.True(pending[0].PendingSince > before && pending[0].RedrivenAt is not null);
        Assert.Equal(later.Id, pending[1].Id);
        Assert.Null(pending[1].RedrivenAt);
        Assert.Equal([key], await events.ListStaleAsync(TimeSpan.Zero, 10, None));
        Assert.Equal((key, false, "request"), await StateAsync(e));

        await EndAsync(key, e, DeadReason.Poison);
        Assert.Equal([e], await redrives.RedriveAsync(key, Ada, [e], DateTimeOffset.UnixEpoch, "request", None));
        Assert.Equal((key, true, "request"), await StateAsync(e));
        Assert.Equal([e], await redrives.RedriveAsync(key, Ada, [e], DateTimeOffset.UnixEpoch, "another", None));
        Assert.Equal((key, false, "another"), await StateAsync(e));
    }

    [Fact]
    public async Task An_event_is_not_driven_again_by_others_or_when_it_is_too_old()
    {
        var key = await ConnectAsync(Ada, "mailbox");
        var e = await GivenUpAsync(key, DeadReason.GaveUp);
        var redrives = new RedriveStore(Db);

        Assert.Empty(await redrives.RedriveAsync(key, Bob, [e], DateTimeOffset.UnixEpoch, "request", None));
        Assert.Empty(await redrives.RedriveAsync(key, null, [e], DateTimeOffset.UnixEpoch, "request", None));
        Assert.Empty(await redrives.RedriveAsync(ConnectionKey.For("google-mail-ynxw", "other"), Ada, [e], DateTimeOffset.UnixEpoch, "request", None));
        Assert.Empty(await redrives.RedriveAsync(key, Ada, [e], TimeProvider.System.GetUtcNow().AddMinutes(1), "request", None));
        Assert.Null(await redrives.FindAsync(Bob, e, None));
        Assert.Equal((key, true, (string?)null), await StateAsync(e));
    }

    [Fact]
    public async Task Dead_letters_are_found_through_their_indexes_in_the_partitions_of_their_days()
    {
        await using var connection = await Db.OpenConnectionAsync();
        await using (var set = connection.CreateCommand())
        {
            set.CommandText = "SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan"; // a scan of an empty table costs less than any index
            await set.ExecuteNonQueryAsync();
        }

        var now = TimeProvider.System.GetUtcNow();
        var (from, before) = DeadLetterSql.Range(now.UtcDateTime.Date, now.UtcDateTime.Date.AddHours(1));
        await using (var prepare = connection.CreateCommand())
        {
            prepare.CommandText = $"PREPARE dead (text, text, text, uuid, uuid, uuid, integer) AS {DeadLetterStore.DeadListOfUser}";
            await prepare.ExecuteNonQueryAsync();
        }

        await using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN (ANALYZE, COSTS off, TIMING off) EXECUTE dead ('ada', NULL, NULL, NULL, '{from}', '{before}', 21)";
        await using var explained = await explain.ExecuteReaderAsync();
        var plan = await explained.ReadRowsAsync(r => r.GetString(0), None);

        Assert.Equal(2, plan.Count(l => l.Contains("Index Scan", StringComparison.Ordinal) && l.Contains("_user_id_id_idx", StringComparison.Ordinal) && !l.Contains("never executed", StringComparison.Ordinal) && !l.Contains("_default", StringComparison.Ordinal)));
        Assert.DoesNotContain(plan, l => l.Contains("Seq Scan", StringComparison.Ordinal));
    }

    private async Task<(ConnectionKey, bool, string?)> StateAsync(DeliveryId e)
    {
        var redrive = (await new RedriveStore(Db).FindAsync(Ada, e, None))!;
        return (redrive.Connection, redrive.IsGivenUp, redrive.Key);
    }

    private async Task<DeliveryId> GivenUpAsync(ConnectionKey key, string? reason, int takeovers = 0)
    {
        var e = Event(key);
        await StoreAsync(e);
        for (var i = 0; i < takeovers; i++)
        {
            await new DeliveryStore(Db).TakeUpAsync(e.Id, None);
        }

        await EndAsync(key, e.Id, reason);
        return e.Id;
    }

    private async Task EndAsync(ConnectionKey key, DeliveryId e, string? reason) => await new ProgressStore(Db).SaveAsync(
        new(key, Ada) { Ends = [new(e, Failed: true, "failed", "Too bad.", null) { DeadReason = reason }] }, None);

    private async Task StoreAsync(NewDelivery e)
    {
        using var inbox = new DeliveryInbox(Db);
        await inbox.StartAsync(None);
        await inbox.CommitAsync(e, None);
        await inbox.StopAsync(None);
    }

    private async Task WriteAsync(RunRow run, params StepRow[] steps)
    {
        using var writer = new RunWriter(Db);
        await writer.StartAsync(None);
        Assert.Equal(RunWritten.Written, await writer.CommitAsync(new(run, steps), None));
        await writer.StopAsync(None);
    }
}
