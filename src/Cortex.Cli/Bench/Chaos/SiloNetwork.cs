using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cortex.Cli.Local;

namespace Cortex.Cli.Bench.Chaos;

/// <summary>
/// A network namespace for one silo, joined to this machine's by a pair of virtual interfaces that can be cut. Addresses are of the range for benchmarks (RFC 2544), which belongs to nobody.
/// </summary>
/// <remarks>This machine's address lies on the loopback interface, not on the pair: members on this side reach each other by it while the pair is cut.</remarks>
internal sealed class SiloNetwork : IAsyncDisposable
{
    private const int NameLength = 8;

    private readonly string _inside;
    private readonly string _outside;

    private SiloNetwork(string id)
    {
        var octet = Convert.ToInt32(id[..2], fromBase: 16);
        (Host, Silo) = (IPAddress.Parse($"198.18.{octet}.1"), IPAddress.Parse($"198.18.{octet}.2"));
        (Namespace, _outside, _inside) = ($"cortex-{id}", $"cx{id}o", $"cx{id}i");
    }

    public string Namespace { get; }

    /// <summary>Where this side is.</summary>
    public IPAddress Host { get; }

    /// <summary>Where the silo is.</summary>
    public IPAddress Silo { get; }

    /// <summary>Makes the network of a directory, in place of what an earlier run that was killed left of it.</summary>
    /// <returns>Null where networks may not be made.</returns>
    public static async Task<SiloNetwork?> TryMakeAsync(string directory, CancellationToken cancellationToken)
    {
        var network = new SiloNetwork(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)))[..NameLength]);
        try
        {
            await network.RemoveAsync(cancellationToken);
            await network.MakeAsync(cancellationToken);
            return network;
        }
        catch (LocalException)
        {
            await network.RemoveAsync(CancellationToken.None);
            return null;
        }
    }

    /// <summary>Whether networks can be made here: tries it.</summary>
    public static async Task<bool> IsPossibleAsync(string directory, CancellationToken cancellationToken)
    {
        await using var network = await TryMakeAsync(directory, cancellationToken);
        return network is not null;
    }

    /// <summary>From now on nothing passes, in either direction, and nobody is told.</summary>
    public Task CutAsync(CancellationToken cancellationToken) => IpAsync(cancellationToken, "link", "set", _outside, "down");

    /// <summary>From now on all passes again.</summary>
    public async Task JoinAsync(CancellationToken cancellationToken)
    {
        await IpAsync(cancellationToken, "link", "set", _outside, "up");
        await IpAsync(cancellationToken, "route", "replace", $"{Silo}/32", "dev", _outside, "src", $"{Host}");
    }

    public async ValueTask DisposeAsync() => await RemoveAsync(CancellationToken.None);

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        await IpAsync(cancellationToken, "netns", "add", Namespace);
        await IpAsync(cancellationToken, "link", "add", _outside, "type", "veth", "peer", "name", _inside, "netns", Namespace);
        await IpAsync(cancellationToken, "address", "add", $"{Host}/32", "dev", "lo");
        await IpAsync(cancellationToken, "-n", Namespace, "link", "set", "lo", "up");
        await IpAsync(cancellationToken, "-n", Namespace, "address", "add", $"{Silo}/24", "dev", _inside);
        await IpAsync(cancellationToken, "-n", Namespace, "link", "set", _inside, "up");
        await JoinAsync(cancellationToken);
    }

    /// <summary>Takes away what is there; most of it goes with the namespace.</summary>
    private async Task RemoveAsync(CancellationToken cancellationToken)
    {
        foreach (var command in (string[][])[["netns", "delete", Namespace], ["link", "delete", _outside], ["address", "delete", $"{Host}/32", "dev", "lo"]])
        {
            try
            {
                await IpAsync(cancellationToken, command);
            }
            catch (LocalException)
            {
                // It is not there, or there is no such program.
            }
        }
    }

    private static Task IpAsync(CancellationToken cancellationToken, params string[] arguments) =>
        ChildProcess.RunAsync(new("ip", Local.Programs.Find("ip") ?? throw new LocalException("ip (iproute2) is not installed."), arguments), cancellationToken);
}
