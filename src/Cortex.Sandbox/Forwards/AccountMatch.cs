using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;

namespace Cortex.Sandbox.Forwards;

/// <summary>Nango's rules for whose account a push is about. A later rule counts only where the ones before find nobody.</summary>
internal static class AccountMatch
{
    /// <summary>By the account's address: as it was noted when the account was connected, else as the metadata has it.</summary>
    public static IReadOnlyList<Connection> ByAddress(IReadOnlyList<Connection> connections, string? address)
    {
        if (address is null)
        {
            return [];
        }

        var hash = EmailAddressHash.Of(address);
        return First(
            connections,
            connection => connection.AddressHash == hash,
            connection => Text(connection.Metadata?["emailAddress"]) == address,
            connection => Text(connection.Metadata?["email"]) == address);
    }

    /// <summary>By the addresses of the calendars that a connection watches, which its metadata lists.</summary>
    public static IReadOnlyList<Connection> ByWatchedCalendar(IReadOnlyList<Connection> connections, string resourceUri) => First(
        connections,
        connection => connection.Metadata?["googleCalendarWatchResourceUris"] is JsonArray uris && uris.Any(uri => Text(uri) == resourceUri));

    private static Connection[] First(IReadOnlyList<Connection> connections, params IReadOnlyList<Func<Connection, bool>> rules)
        => rules.Select(rule => connections.Where(rule).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
