namespace Cortex.Sandbox.Tests.Support;

/// <summary>The source tree that the tests were built from.</summary>
internal static class SourceTree
{
    public static string Tests { get; } = Path.Combine(Root(), "tests");

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Cortex.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return directory.FullName;
    }
}
