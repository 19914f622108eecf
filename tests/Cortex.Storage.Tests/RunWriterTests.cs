using Cortex.Storage.Runs;
using Cortex.Testing;

namespace Cortex.Storage.Tests;

public sealed class RunWriterTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private RunWriter _writer = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _writer = new(Db);
        await _writer.StartAsync(None);
    }

    [Fact]
    public async Task Of_many_who_make_the_same_run_one_does()
    {
        var run = Run(Ada, UnitId.New(TimeProvider.System.GetUtcNow()));

        var made = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => _writer.CommitAsync(new(run with { UnitName = $"{n}" }, [Step(0)]), None)));

        Assert.Single(made, m => m == RunWritten.Written);
        Assert.Single(await new RunStore(Db).ListStepsAsync(run.Id, None));
    }

    [Fact]
    public async Task A_stale_revision_loses_and_leaves_the_steps_alone()
    {
        var run = Run(Ada, UnitId.New(TimeProvider.System.GetUtcNow()));
        await _writer.CommitAsync(new(run, [Step(0, StepStatus.Running, null)]), None);
        var next = run with { Revision = 2 };

        var both = await Task.WhenAll(
            _writer.CommitAsync(new(next, [Step(0, output: """{"by":1}""")]), None),
            _writer.CommitAsync(new(next, [Step(0, output: """{"by":2}""")]), None));

        Assert.Equal([RunWritten.Written, RunWritten.Lost], both);
        Assert.Equal("""{"by":1}""", Assert.Single(await new RunStore(Db).ListStepsAsync(run.Id, None)).OutputJson);
    }

    [Fact]
    public async Task A_lease_is_kept_and_keeps_recovery_away_until_it_is_over()
    {
        var unit = UnitId.New(TimeProvider.System.GetUtcNow());
        var now = TimeProvider.System.GetUtcNow();
        RunRow Leased(TimeSpan left) => Run(Ada, unit) with { Lease = new("silo-1", now, now + left), Takeovers = 2 };
        var (held, over) = (Leased(TimeSpan.FromMinutes(1)), Leased(TimeSpan.FromSeconds(-1)));
        foreach (var run in new[] { held, over })
        {
            await _writer.CommitAsync(new(run, [Step(0, StepStatus.Running, null) with { CallResult = CallResult.Unknown }]), None);
        }

        var runs = new RunStore(Db);
        Assert.Equal([over.Id], await runs.ListStaleAsync(TimeSpan.Zero, 10, None));
        var kept = (await runs.FindAsync(held.Id, None))!;
        Assert.Equal(("silo-1", 2), (kept.Lease!.Owner, kept.Takeovers));
        Assert.Equal(held.Lease!.Until, kept.Lease.Until, TimeSpan.FromMilliseconds(1));
        Assert.Equal(CallResult.Unknown, Assert.Single(await runs.ListStepsAsync(held.Id, None)).CallResult);

        await _writer.CommitAsync(new(kept with { Revision = 2, Lease = null }, []), None);
        Assert.Null((await runs.FindAsync(held.Id, None))!.Lease);
    }

    [Fact]
    public async Task A_mark_is_kept_with_its_step_until_it_is_taken_away_and_only_by_the_present_revision()
    {
        var run = Run(Ada, UnitId.New(TimeProvider.System.GetUtcNow()));
        var step = Step(0, StepStatus.Running, null);
        await _writer.CommitAsync(new(run, [step]), None);
        var store = new RunStore(Db);
        var longest = new string('r', StepRow.MarkLengthMax);

        Assert.Equal(RunWritten.Written, await _writer.CommitAsync(new(run with { Revision = 2 }, [step with { Mark = longest }]), None));
        Assert.Equal(RunWritten.Lost, await _writer.CommitAsync(new(run with { Revision = 2 }, [step with { Mark = "another" }]), None));
        Assert.Equal(longest, Assert.Single(await store.ListStepsAsync(run.Id, None)).Mark);

        await _writer.CommitAsync(new(run with { Revision = 3 }, [step]), None);
        Assert.Null(Assert.Single(await store.ListStepsAsync(run.Id, None)).Mark);
        var refused = await Assert.ThrowsAsync<StorageException>(() => _writer.CommitAsync(new(run with { Revision = 4 }, [step with { Mark = longest + "r" }]), None));
        Assert.Equal(StorageFault.Refused, refused.Fault);
    }

    [Fact]
    public async Task A_request_to_cancel_is_told_to_every_later_writer_until_the_run_ends()
    {
        var run = Run(Ada, UnitId.New(TimeProvider.System.GetUtcNow()));
        await _writer.CommitAsync(new(run, []), None);
        var runs = new RunStore(Db);

        Assert.False(await runs.RequestCancelAsync(new("bob"), run.Id, None));
        Assert.True(await runs.RequestCancelAsync(Ada, run.Id, None));
        Assert.True(await runs.RequestCancelAsync(Ada, run.Id, None));
        Assert.True((await runs.FindAsync(run.Id, None))!.IsCancelRequested);

        var waiting = run with { Revision = 2, Status = RunStatus.Waiting, ResumeAt = TimeProvider.System.GetUtcNow().AddHours(1) };
        Assert.Equal(RunWritten.CancelRequested, await _writer.CommitAsync(new(waiting, []), None));
        Assert.Equal([run.Id], await runs.ListStaleAsync(TimeSpan.Zero, 10, None));

        Assert.Equal(RunWritten.Written, await _writer.CommitAsync(new(run with { Revision = 3, Status = RunStatus.Canceled, CompletedAt = TimeProvider.System.GetUtcNow() }, []), None));
        Assert.False((await runs.FindAsync(run.Id, None))!.IsCancelRequested);
        Assert.False(await runs.RequestCancelAsync(Ada, run.Id, None));
        Assert.Empty(await runs.ListStaleAsync(TimeSpan.Zero, 10, None));
    }

    [Fact]
    public async Task Every_text_that_JSON_can_hold_survives()
    {
        const string Odd = """{"nul":"\u0000","half":"\ud800","text":"ünï"}""";
        var run = Run(Ada, UnitId.New(TimeProvider.System.GetUtcNow()), trigger: Odd);

        await _writer.CommitAsync(new(run, [Step(0, output: Odd)]), None);

        var store = new RunStore(Db);
        Assert.Equal(Odd, (await store.FindAsync(Ada, run.Id, None))!.ItemJson);
        Assert.Equal(Odd, Assert.Single(await store.ListStepsAsync(run.Id, None)).OutputJson);
        Assert.Null(await store.FindAsync(new UserId("bob"), run.Id, None));
    }

    [Fact]
    public async Task Pages_stay_stable_while_new_runs_come()
    {
        var unit = UnitId.New(TimeProvider.System.GetUtcNow());
        var runs = Enumerable.Range(0, 10).Select(_ => Run(Ada, unit)).OrderByDescending(r => r.Id.ToString(), StringComparer.Ordinal).ToList();
        await Task.WhenAll(runs.Select(r => _writer.CommitAsync(new(r, []), None)));
        var store = new RunStore(Db);

        var first = await store.ListAsync(Ada, new(4, null), unit, null, None);
        await _writer.CommitAsync(new(Run(Ada, unit), []), None);
        var second = await store.ListAsync(Ada, new(4, first[^1].Id.Value), unit, null, None);

        Assert.Equal(runs.Take(8).Select(r => r.Id), first.Concat(second).Select(r => r.Id));
        Assert.Empty(await store.ListAsync(Ada, new(4, null), unit, RunStatus.Failed, None));
        Assert.Empty(await store.ListAsync(new("bob"), new(4, null), null, null, None));
    }

    public override async ValueTask DisposeAsync()
    {
        await _writer.StopAsync(None);
        _writer.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
