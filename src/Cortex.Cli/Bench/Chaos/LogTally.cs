using System.Collections.Concurrent;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>Counts log lines by role, level and second: how much each role has to say while something is away.</summary>
internal sealed class LogTally
{
    private const string Usual = "Information";
    private const string LevelMark = "\"@l\":\"";

    private readonly ConcurrentDictionary<(string Role, bool IsAlarm, int Second), int> _lines = [];

    /// <summary>Counts one line.</summary>
    public void Add(string role, string line, TimeSpan at) => _lines.AddOrUpdate((role, IsAlarm(line), (int)at.TotalSeconds), 1, (_, count) => count + 1);

    /// <summary>The lines of a role from one moment to another.</summary>
    /// <param name="role">Whose.</param>
    /// <param name="window">When.</param>
    /// <param name="alarmsOnly">Whether only warnings and errors, and what is not a log line, count.</param>
    public int Count(string role, FaultWindow window, bool alarmsOnly) => _lines
        .Where(lines => lines.Key.Role == role && (lines.Key.IsAlarm || !alarmsOnly) && window.Holds(TimeSpan.FromSeconds(lines.Key.Second)))
        .Sum(lines => lines.Value);

    /// <summary>Compact JSON names the level of a line unless it is the usual one.</summary>
    private static bool IsAlarm(string line) =>
        !line.StartsWith('{') || (line.IndexOf(LevelMark, StringComparison.Ordinal) is >= 0 and var mark && !line.AsSpan(mark + LevelMark.Length).StartsWith(Usual) && !line.AsSpan(mark + LevelMark.Length).StartsWith("Debug"));
}
