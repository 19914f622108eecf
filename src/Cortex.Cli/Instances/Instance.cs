using Cortex.Cli.Local;

namespace Cortex.Cli.Instances;

/// <summary>
/// The private files of one copy of Cortex on this machine, and the right to use them: <c>.cortex/</c> in the checkout, for another
/// port than the default one <c>.cortex/port-…/</c>, or wherever <c>CORTEX_HOME</c> says.
/// </summary>
internal sealed class Instance : IDisposable
{
    /// <summary>In the environment of every process that this copy starts: by it left-overs are found.</summary>
    public const string Variable = "CORTEX_INSTANCE";

    private const string PortDefault = "8080";

    private static readonly TimeSpan LeftOverGrace = TimeSpan.FromSeconds(15);

    private readonly FileStream _lock;

    private Instance(string directory, FileStream @lock) => (Directory, _lock) = (directory, @lock);

    public string Directory { get; }

    /// <summary>Takes the directory, and ends what a copy that was killed has left running on it.</summary>
    /// <exception cref="LocalException">Another copy uses it.</exception>
    public static async Task<Instance> OpenAsync(Func<string, string?> environment, CancellationToken cancellationToken)
    {
        var directory = DirectoryFor(environment, Checkout.Root);
        System.IO.Directory.CreateDirectory(directory);
        var instance = new Instance(directory, Lock(directory));
        await instance.EndLeftOversAsync(cancellationToken);
        return instance;
    }

    public static string DirectoryFor(Func<string, string?> environment, string root)
    {
        if (environment("CORTEX_HOME") is { Length: > 0 } home)
        {
            return Path.GetFullPath(home);
        }

        var port = environment("PORT") is { Length: > 0 } given ? given.Trim() : PortDefault;
        return port == PortDefault ? Path.Combine(root, ".cortex") : Path.Combine(root, ".cortex", $"port-{port}");
    }

    public string File(params string[] names) => Path.Combine([Directory, .. names]);

    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string directory)
    {
        try
        {
            // Released by the operating system, however this process ends.
            return new FileStream(Path.Combine(directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new LocalException(
                $"another copy of Cortex runs on {directory}. Stop it, or start this one beside it with another PORT, SANDBOX_PORT and MANAGEMENT_PORT.", e);
        }
    }

    private async Task EndLeftOversAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in (Signal[])[Signal.Terminate, Signal.Kill])
        {
            foreach (var id in ProcessTable.WithEnvironment(Variable, Directory))
            {
                Posix.Kill(id, signal);
            }

            if (await Poll.UntilAsync(() => ProcessTable.WithEnvironment(Variable, Directory).Count == 0, LeftOverGrace, cancellationToken))
            {
                return;
            }
        }
    }
}
