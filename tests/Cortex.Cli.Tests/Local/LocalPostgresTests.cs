using System.Diagnostics;
using Cortex.Cli.Local;
using Cortex.Storage;
using Cortex.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cortex.Cli.Tests.Local;

public sealed class LocalPostgresTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Start_AfterStop_FindsItsData()
    {
        await using (var first = await StartAsync())
        {
            await ExecuteAsync(first, "CREATE TABLE kept (id int)");
        }

        await using var second = await StartAsync();
        await ExecuteAsync(second, "SELECT id FROM kept");
    }

    [Fact]
    public async Task Start_AfterItsProcessWasKilled_FindsWhatWasCommitted()
    {
        await using var first = await StartAsync();
        await ExecuteAsync(first, "CREATE TABLE kept (id int)");
        using (var process = Process.GetProcessById(first.ProcessId))
        {
            process.Kill();
        }

        await using var second = await StartAsync();
        await ExecuteAsync(second, "SELECT id FROM kept");
    }

    [Fact]
    public async Task Start_WhileALeftOverRuns_TakesItsPlace()
    {
        await using var leftOver = await StartAsync();
        await ExecuteAsync(leftOver, "CREATE TABLE kept (id int)");

        await using var taker = await StartAsync();

        Assert.True(leftOver.Exited.IsCompleted);
        await ExecuteAsync(taker, "SELECT id FROM kept");
    }

    [Fact]
    public async Task Start_LockFileNamesAnotherProgramsProcess_StartsAndLeavesThatAlone()
    {
        await using (await StartAsync())
        {
        }

        var data = Path.Combine(_directory.Path, "postgres", "data");
        await File.WriteAllTextAsync(Path.Combine(data, "postmaster.pid"), $"{Environment.ProcessId}\n{data}\n1700000000\n5432\n\n127.0.0.1\n");

        await using var postgres = await StartAsync();
        await ExecuteAsync(postgres, "SELECT 1");
    }

    [Fact]
    public async Task Start_InitialisationWasInterrupted_BeginsAnew()
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(_directory.Path, "postgres", "data.new", "base"));
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "half"), "written");

        await using var postgres = await StartAsync();
        await ExecuteAsync(postgres, "SELECT 1");
    }

    public void Dispose() => _directory.Dispose();

    private Task<LocalPostgres> StartAsync() =>
        LocalPostgres.StartAsync(Path.Combine(_directory.Path, "postgres"), port: 0, durable: true, NullLogger.Instance, TestContext.Current.CancellationToken);

    private static async Task ExecuteAsync(LocalPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(DatabaseUrl.ToConnectionString(postgres.Url));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
