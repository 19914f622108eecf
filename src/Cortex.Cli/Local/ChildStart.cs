namespace Cortex.Cli.Local;

/// <summary>What to start as a child process.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record ChildStart(string Name, string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>Set in the child's environment besides what this process has; null removes.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where the child works; the root is open to every user.</summary>
    public string WorkingDirectory { get; init; } = "/";

    /// <summary>Runs the child as this user; only root can.</summary>
    public string? User { get; init; }

    /// <summary>Runs the child in this network namespace; only root can, with iproute2.</summary>
    public string? NetworkNamespace { get; init; }

    /// <summary>What the child is sent when this process dies without having stopped it.</summary>
    public Signal DeathSignal { get; init; } = Signal.Terminate;

    /// <summary>Receives each line that the child prints.</summary>
    public Action<string>? OnLine { get; init; }

    /// <summary>
    /// The command line. The child gets a session of its own, so that Ctrl-C reaches this process alone, which then stops its children in order.
    /// </summary>
    public IReadOnlyList<string> CommandLine()
    {
        if (Programs.Find("setsid") is not { } setsid || Programs.Find("setpriv") is not { } setpriv)
        {
            return User is null ? [FileName, .. Arguments] : throw new LocalException($"{Name} cannot be started as the user {User}: setpriv (util-linux) is not installed.");
        }

        string[] user = User is null ? [] : [$"--reuid={User}", $"--regid={User}", "--init-groups"];
        string[] network = NetworkNamespace is null ? [] : [Programs.Find("ip") ?? throw new LocalException("ip (iproute2) is not installed."), "netns", "exec", NetworkNamespace];
        return [.. network, setsid, setpriv, .. user, $"--pdeathsig={DeathSignal.ShortName}", "--", FileName, .. Arguments];
    }
}
