using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Records;

namespace Cortex.Sandbox.Nango;

/// <summary>Which syncs a call is about; no names mean all of them, no connection means each of the integration.</summary>
internal sealed record SyncCommand(string? ProviderConfigKey, string? ConnectionId, IReadOnlySet<string> Names)
{
    private const int SyncsMax = 256;

    public static SyncCommand Read(BodyReader body, params string[] alsoAllowed)
    {
        body.Allow(["provider_config_key", "connection_id", "syncs", .. alsoAllowed]);
        var syncs = body.Array("syncs");
        if (syncs is null or { Count: > SyncsMax } && body.Faults.Count == 0)
        {
            body.Add("invalid_type", $"Invalid input: expected array of up to {SyncsMax} syncs", "syncs");
        }

        return new SyncCommand(
            body.Text("provider_config_key"), body.Text("connection_id"), syncs?.Select(Name).ToHashSet() ?? []);
    }

    /// <summary>Null when Nango would carry the command out.</summary>
    public IResult? Refusal(BodyReader body, ConnectionStore connections, Integrations integrations)
    {
        if (body.Faults.Count > 0)
        {
            return NangoResults.InvalidBody(body.Faults);
        }

        if (ProviderConfigKey is null)
        {
            return NangoResults.Error(StatusCodes.Status400BadRequest, "missing_provider_config_key", "Missing provider_config_key");
        }

        if (integrations.ProviderOf(ProviderConfigKey) is null)
        {
            return NangoResults.Error(StatusCodes.Status400BadRequest, "unknown_provider_config", "Provider does not exist");
        }

        return ConnectionId is not null && connections.Find(ConnectionId, ProviderConfigKey) is null
            ? NangoResults.Error(StatusCodes.Status404NotFound, "unknown_connection", "Connection does not exist")
            : null;
    }

    public IEnumerable<Connection> Connections(ConnectionStore connections) => connections.All.Where(
        connection => connection.ProviderConfigKey == ProviderConfigKey && (ConnectionId ?? connection.ConnectionId) == connection.ConnectionId);

    public IEnumerable<string> NamesFor(Connection connection, RecordStore records) => Names.Count > 0
        ? Names
        : records.Models(connection.ConnectionId).Select(model => SyncNames.Of(connection.Provider, model.Model));

    public static string WithoutVariant(string name) => name.Split("::")[0];

    /// <summary>A sync is named by text, "name::variant" included, or by an object.</summary>
    private static string Name(JsonNode? sync)
        => (sync is JsonObject named ? named["name"] : sync) is JsonValue name && name.GetValueKind() == JsonValueKind.String
            ? WithoutVariant(name.GetValue<string>())
            : "";
}
