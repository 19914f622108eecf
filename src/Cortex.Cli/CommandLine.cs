using System.CommandLine;
using Cortex.Cli.Local;
using Cortex.Hosting;
using Cortex.Storage;
using Npgsql;

namespace Cortex.Cli;

/// <summary>How a command ends: what keeps it from working is a sentence on stderr, never a stack trace.</summary>
internal static class CommandLine
{
    public const int Failed = 1;
    public const int Misused = 2;

    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync(); // prints the errors and the usage
            return Misused;
        }

        try
        {
            // A command stops in order by itself (StopSignals), however long that takes.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (OperationCanceledException)
        {
            return 0; // told to stop before it had started
        }
        catch (Exception e) when (e is LocalException or SettingsException or NpgsqlException or StorageException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Cortex cannot go on: {e.Message}");
            return Failed;
        }
    }
}
