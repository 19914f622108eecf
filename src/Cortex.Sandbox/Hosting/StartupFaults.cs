namespace Cortex.Sandbox.Hosting;

internal static class StartupFaults
{
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
