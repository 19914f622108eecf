using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Cli.Bench;

/// <summary>Adds up what the log says was found without a webhook.</summary>
internal sealed class CaughtUpLines
{
    private int _runs;

    /// <summary>The runs of all lines so far.</summary>
    public int Runs => Volatile.Read(ref _runs);

    /// <summary>Reads one line of a log.</summary>
    public void Read(string line)
    {
        if (line.Contains("Caught up", StringComparison.Ordinal) && TryParse(line) is { } said)
        {
            Interlocked.Add(ref _runs, (int?)said[nameof(Runs)] ?? 0);
        }
    }

    private static JsonObject? TryParse(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null; // half a line of a process that was killed while it wrote
        }
    }
}
