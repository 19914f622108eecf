namespace Cortex.Cli.Local;

/// <summary>Finds programs on the PATH.</summary>
internal static class Programs
{
    public static string? Find(string name) => Find(name, Environment.GetEnvironmentVariable("PATH"));

    public static string? Find(string name, string? path) => Directories(path).Select(directory => Path.Combine(directory, name)).FirstOrDefault(File.Exists);

    public static IEnumerable<string> Directories(string? path) => (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
