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

        Assert.Single(made, m => m);
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

        Assert.Equal([true, false], both);
        Assert.Equal("""{"by":1}""", Assert.Single(await new RunStore(Db).ListStepsAsync(run.Id, None)).OutputJson);
    }

    [Fact]
    public async Task Every_text_that_JSON_can_hold_survives()
    {
        const string Odd = """{"nul":"\u0000","half":"\ud800","text":"ünï"}""";
        var run = Run(Ada, UnitId.New(TimeProvider.System.GetUtcNow()), trigger: Odd);

        await _writer.CommitAsync(new(run, [Step(0, output: Odd)]), None);

        var store = new RunStore(Db);
        Assert.Equal(Odd, (await store.FindAsync(Ada, run.Id, None))!.TriggerJson);
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
