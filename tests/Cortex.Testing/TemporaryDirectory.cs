namespace Cortex.Testing;

/// <summary>A directory of a test's own, gone with it.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    /// <summary>Where it is; any user may pass through it.</summary>
    public string Path { get; } = Make();

    /// <summary>Deletes it with all that it holds.</summary>
    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Make()
    {
        var directory = Directory.CreateTempSubdirectory("cortex-");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(directory.FullName, File.GetUnixFileMode(directory.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        return directory.FullName;
    }
}
