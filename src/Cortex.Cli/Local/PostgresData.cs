using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cortex.Cli.Local;

/// <summary>
/// The files of a local PostgreSQL: <c>data</c> and <c>password</c> below one directory. PostgreSQL refuses to run as root; started by
/// root it runs as the user <c>postgres</c>, who must own them and be able to reach them.
/// </summary>
internal sealed class PostgresData
{
    private const string Superuser = "cortex";

    /// <summary>How long PostgreSQL of a copy of Cortex that was killed may take to finish what it is at.</summary>
    private static readonly TimeSpan LeftOverGrace = TimeSpan.FromSeconds(20);

    private readonly string _root;

    private PostgresData(string root) => _root = root;

    /// <summary>The user to run PostgreSQL as; null: whoever runs this process.</summary>
    public static string? User => Environment.IsPrivilegedProcess ? "postgres" : null;

    /// <summary>PostgreSQL's data directory.</summary>
    public string Path => System.IO.Path.Combine(_root, "data");

    /// <summary>The superuser's password: any user of this machine can reach the port.</summary>
    public string Password => File.ReadAllText(PasswordFile);

    /// <summary>The programs that fit the data.</summary>
    public string Binaries => PostgresBinaries.Find(File.Exists(VersionFile) ? File.ReadAllText(VersionFile).Trim() : null);

    private string PasswordFile => System.IO.Path.Combine(_root, "password");

    private string LockFile => System.IO.Path.Combine(Path, "postmaster.pid");

    private string VersionFile => System.IO.Path.Combine(Path, "PG_VERSION");

    /// <summary>Opens the data below a directory, and makes it if there is none.</summary>
    public static async Task<PostgresData> OpenAsync(string directory, bool durable, CancellationToken cancellationToken)
    {
        var data = new PostgresData(await ReachableAsync(System.IO.Path.GetFullPath(directory), cancellationToken));
        if (!Directory.Exists(data.Path))
        {
            await data.InitialiseAsync(durable, cancellationToken);
        }

        return data;
    }

    /// <summary>The port and the password of the PostgreSQL that runs on the data below a directory; null if none does.</summary>
    public static (int Port, string Password)? FindRunning(string directory)
    {
        var root = System.IO.Path.GetFullPath(directory);
        var data = new PostgresData(new DirectoryInfo(root).LinkTarget ?? root);

        // The fourth line of PostgreSQL's lock file is its port; the file of one that was killed stays.
        return ProcessTable.WithWorkingDirectory(data.Path).Count > 0 && File.Exists(data.LockFile)
            && File.ReadLines(data.LockFile).Skip(3).FirstOrDefault() is { } line && int.TryParse(line, CultureInfo.InvariantCulture, out var port)
                ? (port, data.Password)
                : null;
    }

    /// <summary>Ends what still runs on this data since a copy of Cortex was killed, so that there is one PostgreSQL on it.</summary>
    public async Task EndLeftOversAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in (Signal[])[Signal.Interrupt, Signal.Quit, Signal.Kill])
        {
            foreach (var id in ProcessTable.WithWorkingDirectory(Path))
            {
                Posix.Kill(id, signal);
            }

            if (await Poll.UntilAsync(() => ProcessTable.WithWorkingDirectory(Path).Count == 0, LeftOverGrace, cancellationToken))
            {
                break;
            }
        }

        if (OperatingSystem.IsLinux())
        {
            // No process is at work here, so the lock file is a dead one's. PostgreSQL would take another process with the same id for its owner.
            File.Delete(LockFile);
        }
    }

    private async Task InitialiseAsync(bool durable, CancellationToken cancellationToken)
    {
        // Made aside and moved: data that is there is whole, whenever this process is killed.
        var unfinished = Path + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        await Posix.WritePrivateFileAsync(PasswordFile, RandomNumberGenerator.GetHexString(32, lowercase: true), cancellationToken);
        if (User is not null)
        {
            await ChildProcess.RunAsync(new("chown", "chown", [$"{User}:", _root, PasswordFile]), cancellationToken);
        }

        string[] sync = durable ? [] : ["--no-sync"];
        await ChildProcess.RunAsync(
            new("initdb", System.IO.Path.Combine(PostgresBinaries.Find(null), "initdb"), ["-D", unfinished, "-U", Superuser, "-A", "scram-sha-256", $"--pwfile={PasswordFile}", "-E", "UTF8", "--no-locale", .. sync]) { User = User },
            cancellationToken);
        Directory.Move(unfinished, Path);
    }

    /// <summary>The directory, or a link from it to one that the user <c>postgres</c> can reach: /root, for example, is closed to all others.</summary>
    private static async Task<string> ReachableAsync(string directory, CancellationToken cancellationToken)
    {
        if (new DirectoryInfo(directory).LinkTarget is { } target && Directory.Exists(target))
        {
            return target;
        }

        Directory.CreateDirectory(directory);
        if (User is null || await CanReachAsync(directory, cancellationToken))
        {
            return directory;
        }

        var elsewhere = System.IO.Path.Combine("/var/lib/cortex", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)))[..16]);
        Directory.CreateDirectory(elsewhere);
        Posix.MakePassable("/var/lib/cortex");
        Posix.MakePassable(elsewhere);
        Directory.Delete(directory, recursive: true);
        File.CreateSymbolicLink(directory, elsewhere);
        return elsewhere;
    }

    private static async Task<bool> CanReachAsync(string directory, CancellationToken cancellationToken)
    {
        Posix.MakePassable(directory);
        await using var test = await ChildProcess.StartAsync(new("test", "test", ["-x", directory]) { User = User });
        return await test.Exited.WaitAsync(cancellationToken) == 0;
    }
}
