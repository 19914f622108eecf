namespace Cortex.Cli.Local;

/// <summary>How the other programs of Cortex, which lie beside this one, are started.</summary>
internal static class DotnetProgram
{
    public static ChildStart Start(string name, string assembly, IReadOnlyDictionary<string, string?> environment, Action<string> onLine, params string[] arguments) =>
        new(name, Host, ["exec", Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            Environment = environment,
            OnLine = onLine,
            WorkingDirectory = AppContext.BaseDirectory, // ASP.NET watches for changes all that lies below it
        };

    private static string Host =>
        Path.GetFileName(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : Programs.Find("dotnet") ?? throw new LocalException("dotnet is not on the PATH.");
}
