using Cortex.Cli.Instances;

namespace Cortex.Cli.Bench;

/// <summary>How long <c>./cortex run</c> takes to its first healthy answer: on an empty directory, and on one with data. Nothing is built.</summary>
internal static class StartupBench
{
    private const int LaterStarts = 5;

    public static async Task<BenchReport> RunAsync(Instance owner, CancellationToken cancellationToken)
    {
        await using var instance = BenchInstance.Fresh(owner);
        var first = await instance.StartAsync(cancellationToken);
        await instance.StopAsync();
        var later = new List<TimeSpan>();
        for (var start = 0; start < LaterStarts; start++)
        {
            later.Add(await instance.StartAsync(cancellationToken));
            await instance.StopAsync();
        }

        return new(
            "startup",
            new Dictionary<string, object> { ["laterStarts"] = LaterStarts },
            new Dictionary<string, Distribution> { ["first start, empty directory"] = Distribution.Of([first]), ["later starts"] = Distribution.Of(later) },
            new Dictionary<string, object>());
    }
}
