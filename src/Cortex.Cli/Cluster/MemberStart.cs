using System.Globalization;
using System.Net;
using Cortex.Hosting;

namespace Cortex.Cli.Cluster;

/// <summary>What one member of the cluster is started with.</summary>
internal sealed record MemberStart(string Role, string Name, string Assembly, string Url, string HealthUrl, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>The network namespace that it runs in; null for this machine's own.</summary>
    public string? NetworkNamespace { get; init; }

    public static MemberStart Silo(int number)
    {
        var management = FreePort.Find();
        return new("silo", $"silo-{number}", "Cortex.Silo.dll", Local(management), $"{Local(management)}/health/live", new Dictionary<string, string>
        {
            ["MANAGEMENT_PORT"] = Text(management),
            ["CORTEX_SILO_PORT"] = Text(FreePort.Find()),
            ["CORTEX_GATEWAY_PORT"] = Text(FreePort.Find()),
        });
    }

    public static MemberStart Api(int number, int port, int management) =>
        new("api", $"api-{number}", "Cortex.Api.dll", Local(port), $"{Local(port)}/health", new Dictionary<string, string>
        {
            ["PORT"] = Text(port),
            ["MANAGEMENT_PORT"] = Text(management),
        });

    /// <summary>A silo in a network of its own, whose management port listens there.</summary>
    /// <param name="number">Which one.</param>
    /// <param name="networkNamespace">The network.</param>
    /// <param name="address">Its address there.</param>
    /// <param name="environment">Where, from there, the parts are that it uses.</param>
    public static MemberStart SiloElsewhere(int number, string networkNamespace, IPAddress address, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var silo = Silo(number);
        var url = $"http://{address}:{silo.Environment["MANAGEMENT_PORT"]}";
        return silo with
        {
            NetworkNamespace = networkNamespace,
            Url = url,
            HealthUrl = $"{url}/health/live",
            Environment = new Dictionary<string, string>(silo.Environment.Concat(environment)) { ["CORTEX_ADVERTISED_IP"] = $"{address}", ["CORTEX_LISTEN"] = "any" },
        };
    }

    private static string Local(int port) => $"http://localhost:{port}";

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
