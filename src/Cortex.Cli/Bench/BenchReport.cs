namespace Cortex.Cli.Bench;

/// <summary>What a benchmark found: a table for the reader, a file for whoever compares.</summary>
internal sealed record BenchReport(string Name, IReadOnlyDictionary<string, object> Parameters, IReadOnlyDictionary<string, Distribution> Times, IReadOnlyDictionary<string, object> Counts)
{
    private const int NameWidth = 44;

    public async Task PublishAsync(TextWriter writer, CancellationToken cancellationToken)
    {
        var machine = Machine.Read();
        await writer.WriteLineAsync($"{Name}: {string.Join(", ", Parameters.Select(p => $"{p.Key} {p.Value}"))}");
        await writer.WriteLineAsync($"on {machine.Cpus} CPUs ({machine.CpuModel}), load {machine.LoadAverage}, {machine.Dotnet}");
        await writer.WriteLineAsync();
        await writer.WriteLineAsync($"{"",-NameWidth} {"count",8} {"p50 ms",10} {"p99 ms",10} {"max ms",10}");
        foreach (var (name, times) in Times)
        {
            await writer.WriteLineAsync($"{name,-NameWidth} {times.Count,8} {times.P50Ms,10:F1} {times.P99Ms,10:F1} {times.MaxMs,10:F1}");
        }

        foreach (var (name, count) in Counts)
        {
            await writer.WriteLineAsync($"{name,-NameWidth} {count,8}");
        }

        await writer.WriteLineAsync();
        await writer.WriteLineAsync($"written to {await BenchResult.WriteAsync(Name, new { Parameters, Times, Counts }, cancellationToken)}");
    }
}
