using System.Runtime.InteropServices;

namespace Cortex.Cli.Local;

/// <summary>The system calls and file modes that local parts need.</summary>
internal static class Posix
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Passable = Private | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Sends a signal; a process that is gone is no error.</summary>
    public static void Kill(int processId, Signal signal) => _ = SendSignal(processId, (int)signal);

    /// <summary>Lets every user pass through a directory to what lies below it, without listing it.</summary>
    public static void MakePassable(string directory)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(directory, Passable);
        }
    }

    /// <summary>Writes a file, as a whole or not at all, that its owner alone can read at any time.</summary>
    public static async Task WritePrivateFileAsync(string path, string text, CancellationToken cancellationToken)
    {
        var unfinished = path + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        await using (var writer = new StreamWriter(unfinished, options))
        {
            await writer.WriteAsync(text.AsMemory(), cancellationToken);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);
}
