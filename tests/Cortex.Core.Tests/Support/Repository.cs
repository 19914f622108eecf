namespace Cortex.Core.Tests.Support;

/// <summary>Where the files in git lie.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

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
