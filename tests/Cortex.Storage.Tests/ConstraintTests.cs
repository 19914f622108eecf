using Cortex.Testing;
using Npgsql;

namespace Cortex.Storage.Tests;

/// <summary>The schema states its invariants: what breaks one is refused by PostgreSQL itself.</summary>
public sealed class ConstraintTests(PostgresFixture postgres) : StorageTest(postgres)
{
    private const string Id = "'01920000-0000-7000-8000-000000000000'";

    [Theory]
    [InlineData($"INSERT INTO connections (id, user_id, provider, provider_config_key, connection_id) VALUES ({Id}, 'u', 'hotmail', 'k', 'c')")]
    [InlineData($"INSERT INTO connections (id, user_id, provider, provider_config_key, connection_id, status) VALUES ({Id}, 'u', 'gmail', 'k', 'c', 'odd')")]
    [InlineData($"INSERT INTO units (id, user_id, name, prompt, status, status_log, provider, event, program, program_hash, explanation, compiler) VALUES ({Id}, 'u', '', 'p', 'active', '[]', 'g', 'e', '{{}}', 'h', 'x', 'b')")]
    [InlineData($"INSERT INTO units (id, user_id, name, prompt, status, status_log, provider, event, program, program_hash, explanation, compiler) VALUES ({Id}, 'u', 'n', 'p', 'asleep', '[]', 'g', 'e', '{{}}', 'h', 'x', 'b')")]
    [InlineData($"INSERT INTO events (id, type, payload, status) VALUES ({Id}, 't', '', 'processed')")]
    [InlineData($"INSERT INTO events (id, type, payload, status, processed_at) VALUES ({Id}, 't', '', 'pending', now())")]
    [InlineData($"INSERT INTO runs (id, user_id, unit_id, unit_name, unit_version, event_id, connection_key, connection_id, provider_config_key, status, trigger, created_at) VALUES ({Id}, 'u', {Id}, 'n', 1, {Id}, {Id}, 'c', 'k', 'completed', '{{}}', now())")]
    [InlineData($"INSERT INTO runs (id, user_id, unit_id, unit_name, unit_version, event_id, connection_key, connection_id, provider_config_key, status, trigger, created_at) VALUES ({Id}, 'u', {Id}, 'n', 1, {Id}, {Id}, 'c', 'k', 'waiting', '{{}}', now())")]
    [InlineData($"INSERT INTO run_steps (run_id, index, user_id, tool, status, input, started_at) VALUES ({Id}, 20, 'u', 't', 'running', '{{}}', now())")]
    [InlineData($"INSERT INTO run_steps (run_id, index, user_id, tool, status, input, started_at) VALUES ({Id}, 0, 'u', 't', 'completed', '{{}}', now())")]
    public async Task What_breaks_an_invariant_is_refused(string sql)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task Partitions_reach_from_yesterday_to_a_week_ahead_and_a_day_far_off_lands_in_the_default_one()
    {
        Assert.Equal(9L, await ScalarAsync<long>("SELECT count(*) FROM pg_inherits WHERE inhparent = 'runs'::regclass AND inhrelid <> 'runs_default'::regclass"));

        await ExecuteAsync("INSERT INTO events (id, type, payload) VALUES (cortex_partition_bound(current_date + 400), 't', '')");

        Assert.Equal(1L, await ScalarAsync<long>("SELECT count(*) FROM events_default"));
    }

    [Fact]
    public async Task A_new_partition_takes_its_rows_from_the_default_one()
    {
        await ExecuteAsync("INSERT INTO events (id, type, payload) VALUES (cortex_partition_bound(current_date + 20), 't', '')");

        Assert.True(await ScalarAsync<bool>("SELECT cortex_ensure_partition('events', 'id', current_date + 20)"));

        Assert.Equal((0L, 1L), (await ScalarAsync<long>("SELECT count(*) FROM events_default"), await ScalarAsync<long>("SELECT count(*) FROM events")));
    }

    [Fact]
    public async Task Retention_drops_days_but_never_open_work()
    {
        await ExecuteAsync("SELECT cortex_ensure_partition('events', 'id', d::date), cortex_ensure_partition('runs', 'id', d::date), cortex_ensure_partition('run_steps', 'run_id', d::date) FROM generate_series(current_date - 40, current_date - 39, interval '1 day') d");
        await ExecuteAsync("INSERT INTO events (id, type, payload) VALUES (cortex_partition_bound(current_date - 40), 't', '')");
        await ExecuteAsync("INSERT INTO events (id, type, payload, status, processed_at, outcome) VALUES (cortex_partition_bound(current_date - 39), 't', '', 'processed', now(), 'ran')");

        await new PartitionStore(Db).DropAsync(30, None);

        Assert.Equal(1L, await ScalarAsync<long>("SELECT count(*) FROM events"));
        Assert.Equal("pending", await ScalarAsync<string>("SELECT status FROM events"));
        Assert.True(await ScalarAsync<bool>("SELECT to_regclass('runs_' || to_char(current_date - 40, 'YYYYMMDD')) IS NULL AND to_regclass('run_steps_' || to_char(current_date - 40, 'YYYYMMDD')) IS NULL"));
    }

    [Fact]
    public async Task A_look_up_by_id_touches_one_partition()
    {
        await using var command = Db.CreateCommand($"EXPLAIN SELECT * FROM runs WHERE id = cortex_partition_bound(current_date)");
        await using var reader = await command.ExecuteReaderAsync();
        List<string> plan = [];
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }

        Assert.Single(plan, line => line.Contains("Scan", StringComparison.Ordinal) && line.Contains("runs_", StringComparison.Ordinal) && !line.Contains("Bitmap Index", StringComparison.Ordinal));
    }
}
