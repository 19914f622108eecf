namespace Cortex.Sandbox.Hosting;

internal static class StartupFaults
{
    /// <summary>A port or a folder that is in use, and a journal that cannot be read, are told in a sentence, not in a stack trace.</summary>
    public static bool IsExpected(Exception fault) => fault is IOException or InvalidDataException or UnauthorizedAccessException;

    public static int Report(IReadOnlyList<string> faults)
    {
        Console.Error.WriteLine("The sandbox cannot start:");
        foreach (var fault in faults)
        {
            Console.Error.WriteLine($"  {fault}");
        }

        return 2;
    }
}
