using System.Globalization;
using System.Runtime.InteropServices;

namespace Cortex.Cli.Bench;

/// <summary>What a number was measured on; without it a number says nothing.</summary>
internal sealed record Machine(string Os, string Architecture, int Cpus, string CpuModel, double MemoryGib, string Dotnet, double? LoadAverage)
{
    private const double BytesPerGib = 1024.0 * 1024 * 1024;

    public static Machine Read() => new(
        RuntimeInformation.OSDescription,
        $"{RuntimeInformation.OSArchitecture}",
        Environment.ProcessorCount,
        Lines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown",
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesPerGib, 1),
        RuntimeInformation.FrameworkDescription,
        Lines("/proc/loadavg").FirstOrDefault() is { } load ? double.Parse(load.Split(' ')[0], CultureInfo.InvariantCulture) : null);

    private static IEnumerable<string> Lines(string path) => File.Exists(path) ? File.ReadLines(path) : [];
}
