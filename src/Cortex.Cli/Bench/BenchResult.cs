using System.Text.Json;
using System.Text.Json.Serialization;
using Cortex.Cli.Instances;

namespace Cortex.Cli.Bench;

/// <summary>A benchmark's file: what was found, when and on what.</summary>
internal static class BenchResult
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes <c>bench/results/NAME.json</c>.</summary>
    /// <returns>Where it lies.</returns>
    public static async Task<string> WriteAsync<T>(string name, T found, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Checkout.Root, "bench", "results", $"{name}.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var result = new { Name = name, At = TimeProvider.System.GetUtcNow(), Machine = Machine.Read(), Found = found };
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(result, Json), cancellationToken);
        return path;
    }
}
