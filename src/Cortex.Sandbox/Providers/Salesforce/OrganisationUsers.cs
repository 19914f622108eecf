using System.Text.Json.Nodes;
using Cortex.Sandbox.Connections;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>The people of an organisation: whose connection it is, and whoever owns a record.</summary>
internal static class OrganisationUsers
{
    private const string KeyPrefix = "005";

    /// <summary>The user whose connection it is, made when first asked for.</summary>
    public static Sobject Me(Organisation organisation, Connection connection)
    {
        var id = SalesforceIds.Of(KeyPrefix, connection.ConnectionId);
        if (organisation.Find(id) is { } known)
        {
            return known;
        }

        return Add(organisation, id, connection.Address.Split('@')[0], connection.Address);
    }

    /// <summary>Makes sure that whoever owns a record is there.</summary>
    public static void Know(Organisation organisation, string? id, string? name)
    {
        if (SalesforceIds.IsId(id) && organisation.Find(id) is null)
        {
            Add(organisation, id!, name ?? id!, null);
        }
    }

    public static JsonObject Info(Sobject me, Connection connection) => new()
    {
        ["sub"] = $"https://login.salesforce.com/id/{OrganisationId(connection)}/{me.Id}",
        ["user_id"] = me.Id,
        ["organization_id"] = OrganisationId(connection),
        ["preferred_username"] = connection.Address,
        ["name"] = me.Text("Name"),
        ["email"] = connection.Address,
        ["email_verified"] = true,
        ["active"] = true,
        ["user_type"] = "STANDARD",
        ["zoneinfo"] = "Europe/Lisbon",
    };

    private static string OrganisationId(Connection connection) => SalesforceIds.Of("00D", connection.ConnectionId);

    private static Sobject Add(Organisation organisation, string id, string name, string? email)
    {
        var fields = new JsonObject { ["Name"] = name, ["LastName"] = name, ["IsActive"] = true };
        if (email is not null)
        {
            fields["Email"] = email;
            fields["Username"] = email;
        }

        organisation.Save(new Sobject(SobjectTypes.User, id, fields));
        return organisation.Find(id)!;
    }
}
