using System.Diagnostics;
using Cortex.Storage.Connections;
using Cortex.Storage.Migrations;
using Cortex.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cortex.Storage.Tests;

public sealed class MigrationTests(PostgresFixture postgres)
{
    private static readonly string[] Tables = ["connections", "events", "run_steps", "runs", "units"];

    private static IEnumerable<string> Scripts => Directory.GetFiles(Path.Combine(RepositoryRoot(), "migrations"), "*.sql").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [Fact]
    public async Task Psql_by_hand_on_an_empty_database_makes_the_five_tables_and_may_be_repeated()
    {
        var url = await postgres.CreateEmptyDatabaseAsync();

        await PsqlAsync(url, "001_cortex.sql");
        await PsqlAsync(url, "001_cortex.sql");

        Assert.Equal(Tables, (await TablesAsync(url)).Intersect(Tables));
    }

    [Fact]
    public async Task By_hand_first_and_then_Cortex_works_too()
    {
        var url = await postgres.CreateEmptyDatabaseAsync();
        await PsqlAsync(url, "001_cortex.sql");

        Assert.Equal(Scripts, await Migrator.ApplyAsync(url, NullLogger.Instance, CancellationToken.None));
        Assert.Empty(await Migrator.ApplyAsync(url, NullLogger.Instance, CancellationToken.None));
    }

    [Fact]
    public async Task Several_processes_at_once_apply_each_script_once()
    {
        var url = await postgres.CreateEmptyDatabaseAsync();

        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
            () => Migrator.ApplyAsync(url, NullLogger.Instance, CancellationToken.None), TaskCreationOptions.LongRunning).Unwrap()));

        Assert.Equal(Scripts, applied.SelectMany(a => a).Order());
        Assert.Contains("orleansquery", await TablesAsync(url));
    }

    [Theory]
    [InlineData("This was interrupted 4 times in a row before it ended.", "poison")]
    [InlineData("An internal error stopped this step (InvalidOperationException).", "internal")]
    [InlineData("What came of this step could not be stored; it may have taken effect. Look before you retry.", "storage_refused")]
    [InlineData("No answer. It may have taken effect all the same: look before you retry.", "may_have_happened")]
    [InlineData("Gmail refused it.", null)]
    public async Task What_earlier_versions_gave_up_is_known_by_its_sentence(string error, string? reason)
    {
        var url = await postgres.CreateDatabaseAsync();
        await using var db = Database.Open(url);
        await using (var insert = db.CreateCommand(
            $"""
             INSERT INTO runs (id, user_id, unit_id, unit_name, unit_version, event_id, connection_key, connection_id, provider_config_key, status, trigger, error, created_at, completed_at)
             VALUES (gen_random_uuid(), 'ada', gen_random_uuid(), 'A', 1, gen_random_uuid(), gen_random_uuid(), 'c', 'g', 'failed', '{"{}"}', '{error}', now(), now())
             """))
        {
            await insert.ExecuteNonQueryAsync();
        }

        await PsqlAsync(url, "012_dead_letters.sql");

        await using var select = db.CreateCommand("SELECT dead_reason FROM runs");
        Assert.Equal(reason, await select.ExecuteScalarAsync() as string);
    }

    [Fact]
    public async Task Cursors_that_were_grain_state_carry_over()
    {
        var url = await postgres.CreateEmptyDatabaseAsync();
        await PsqlBeforeAsync(url, "010");
        await using var db = Database.Open(url);
        await ExecuteAsync(db, """
            INSERT INTO connections (id, user_id, provider, provider_config_key, connection_id)
            VALUES ('00000000-0000-0000-0000-0000000000ab', 'ada', 'gmail', 'google-mail', 'known'), ('00000000-0000-0000-0000-0000000000ac', 'ada', 'gmail', 'google-mail', 'new')
            """);
        await ExecuteAsync(db, """
            INSERT INTO orleansstorage (serviceid, graintypestring, grainidn0, grainidn1, grainidextension, payloadbinary, version)
            VALUES ('cortex', 'connection-cursors', 0, 0, 'con_000000000000000000000000000000ab',
                    convert_to('{"Models":{"GmailEmail::eu":{"HighWater":"2026-11-02T12:00:00+00:00","Resume":null}},"ClockedTo":"2026-11-02T11:00:00+00:00"}', 'UTF8'), 3)
            """);

        await PsqlAsync(url, "010_one_truth.sql");

        var carried = (await new ConnectionStore(db).FindStateAsync(new(new Guid("00000000-0000-0000-0000-0000000000ab")), CancellationToken.None))!;
        Assert.Equal(new(new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero), null), carried.CursorOf("GmailEmail", "eu"));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 11, 0, 0, TimeSpan.Zero), carried.ClockedTo);
        Assert.Empty((await new ConnectionStore(db).FindStateAsync(new(new Guid("00000000-0000-0000-0000-0000000000ac")), CancellationToken.None))!.Cursors);
    }

    [Fact]
    public async Task Programs_of_before_say_which_accounts_they_use()
    {
        var url = await postgres.CreateEmptyDatabaseAsync();
        await PsqlBeforeAsync(url, "014");
        await using var db = Database.Open(url);
        string[][] programs =
        [
            ["gmail", "none", "notify.user", "ai.summarize", "wait"],
            ["gmail", "salesforce.create_record", "gmail.reply", "calendar.create_event", "salesforce.update_record"],
            ["google-calendar", "calendar.find_events", "ai.extract", "gmail.send_email"],
            ["salesforce"],
        ];
        foreach (var (n, program) in programs.Index())
        {
            var steps = string.Join(',', program.Skip(1).Select(tool => $$$"""{"tool":"{{{tool}}}","input":{}}"""));
            await ExecuteAsync(db, $$"""
                INSERT INTO units (id, user_id, name, prompt, status, status_log, provider, event, program, program_hash, explanation, compiler)
                VALUES (gen_random_uuid(), 'ada', '{{n}}', 'when', 'active', '[]', '{{program[0]}}', 'made', '{"version":1,"trigger":{},"steps":[{{steps}}]}', 'h', 'e', 'builtin')
                """);
        }

        var revisions = await TextAsync(db, "SELECT string_agg(revision || ' ' || updated_at, ',' ORDER BY name) FROM units");
        await PsqlAsync(url, "014_accounts.sql");
        await PsqlAsync(url, "014_accounts.sql");

        Assert.Equal(
            "gmail;gmail salesforce google-calendar;google-calendar gmail;salesforce",
            await TextAsync(db, "SELECT string_agg(array_to_string(providers, ' '), ';' ORDER BY name) FROM units"));
        Assert.Equal(revisions, await TextAsync(db, "SELECT string_agg(revision || ' ' || updated_at, ',' ORDER BY name) FROM units"));
    }

    [Fact]
    public async Task A_script_that_fails_is_named()
    {
        var url = await postgres.CreateEmptyDatabaseAsync();
        await using var db = Database.Open(url);
        await using (var command = db.CreateCommand("CREATE TABLE events (id text)"))
        {
            await command.ExecuteNonQueryAsync();
        }

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Migrator.ApplyAsync(url, NullLogger.Instance, CancellationToken.None));

        Assert.Contains("001_cortex.sql", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<List<string>> TablesAsync(string url)
    {
        await using var db = Database.Open(url);
        await using var command = db.CreateCommand("SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1");
        await using var reader = await command.ExecuteReaderAsync();
        List<string> tables = [];
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static async Task PsqlBeforeAsync(string url, string number)
    {
        foreach (var name in Scripts.TakeWhile(name => string.CompareOrdinal(name, number) < 0))
        {
            await PsqlAsync(url, name);
        }
    }

    private static async Task PsqlAsync(string url, string script)
    {
        var settings = new NpgsqlConnectionStringBuilder(DatabaseUrl.ToConnectionString(url));
        var path = Path.Combine(RepositoryRoot(), "migrations", script);
        var start = new ProcessStartInfo("psql")
        {
            ArgumentList = { "-v", "ON_ERROR_STOP=1", "-q", "-h", settings.Host!, "-p", $"{settings.Port}", "-U", settings.Username!, "-d", settings.Database!, "-f", path },
            Environment = { ["PGPASSWORD"] = settings.Password },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var psql = Process.Start(start)!;
        var error = psql.StandardError.ReadToEndAsync();
        await psql.StandardOutput.ReadToEndAsync();
        await psql.WaitForExitAsync();
        Assert.True(psql.ExitCode == 0, await error);
    }

    private static string RepositoryRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Cortex.sln")))
        {
            directory = Path.GetDirectoryName(directory)!;
        }

        return directory;
    }

    private static async Task<string> TextAsync(NpgsqlDataSource db, string sql)
    {
        await using var command = db.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource db, string sql)
    {
        await using var command = db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
