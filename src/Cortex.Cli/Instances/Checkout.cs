namespace Cortex.Cli.Instances;

/// <summary>The project's root: the directory above this program that holds the command <c>cortex</c>.</summary>
internal static class Checkout
{
    public static string Root { get; } = Ancestors(AppContext.BaseDirectory).FirstOrDefault(d => File.Exists(Path.Combine(d, "Cortex.sln"))) ?? Directory.GetCurrentDirectory();

    private static IEnumerable<string> Ancestors(string directory)
    {
        for (var current = new DirectoryInfo(directory); current is not null; current = current.Parent)
        {
            yield return current.FullName;
        }
    }
}
