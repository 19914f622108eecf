using System.Globalization;
using System.Text;

namespace Cortex.Cli.Local;

/// <summary>
/// Finds processes by what they are, never by an id from a file: an id may have been given to another process since.
/// Reads Linux' /proc; where there is none, nothing is found.
/// </summary>
internal static class ProcessTable
{
    /// <summary>Processes that work in the directory given. PostgreSQL's work in their data directory.</summary>
    public static IReadOnlyList<int> WithWorkingDirectory(string directory) => All().Where(id => WorkingDirectory(id) == directory).ToList();

    /// <summary>Processes that were started with the variable in their environment.</summary>
    public static IReadOnlyList<int> WithEnvironment(string name, string value)
    {
        var entry = Encoding.UTF8.GetBytes($"\0{name}={value}\0");
        return All().Where(id => id != Environment.ProcessId && EnvironmentOf(id).AsSpan().IndexOf(entry) >= 0).ToList();
    }

    private static IEnumerable<int> All() => Directory.Exists("/proc/self")
        ? Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)
        : [];

    private static string? WorkingDirectory(int id)
    {
        try
        {
            return new FileInfo($"/proc/{id}/cwd").LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // ended meanwhile, or another user's
        }
    }

    private static byte[] EnvironmentOf(int id)
    {
        try
        {
            return [0, .. File.ReadAllBytes($"/proc/{id}/environ")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
