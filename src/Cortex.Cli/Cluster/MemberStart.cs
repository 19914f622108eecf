using System.Globalization;
using Cortex.Hosting;

namespace Cortex.Cli.Cluster;

/// <summary>What one member of the cluster is started with.</summary>
internal sealed record MemberStart(string Role, string Name, string Assembly, string Url, string HealthUrl, IReadOnlyDictionary<string, string> Environment)
{
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

    private static string Local(int port) => $"http://localhost:{port}";

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
