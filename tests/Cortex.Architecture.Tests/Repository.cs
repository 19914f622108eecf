namespace Cortex.Architecture.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>All C# files of the programs, relative to the root.</summary>
    public static IEnumerable<string> SourceFiles { get; } =
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Root, f))
            .ToList();

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Cortex.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return directory.FullName;
    }
}
