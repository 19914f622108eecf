using Cortex.Sandbox.Connections;

namespace Cortex.Sandbox.Nango;

/// <summary>The two headers that name the connection of a call.</summary>
internal sealed record ConnectionHeaders(string ConnectionId, string ProviderConfigKey)
{
    public const string ConnectionIdHeader = "connection-id";

    public static ConnectionHeaders? TryRead(HttpRequest request, out IReadOnlyList<NangoFault> faults)
    {
        List<NangoFault> found = [];
        var connectionId = Required(request, ConnectionIdHeader, found);
        var providerConfigKey = Required(request, "provider-config-key", found);
        faults = found;
        return found.Count == 0 ? new ConnectionHeaders(connectionId, providerConfigKey) : null;
    }

    public Connection? Find(ConnectionStore connections) => connections.Find(ConnectionId, ProviderConfigKey);

    private static string Required(HttpRequest request, string name, List<NangoFault> faults)
    {
        var value = request.Headers[name].ToString();
        if (value.Length == 0)
        {
            faults.Add(new NangoFault("invalid_type", "Invalid input: expected string, received undefined", [name]));
        }

        return value;
    }
}
