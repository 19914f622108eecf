using System.Text.Json.Nodes;
using MimeKit;

namespace Cortex.Nango;

/// <summary>Writes the bodies that open sessions of Nango's Connect UI.</summary>
internal static class ConnectSessionBody
{
    /// <summary>The tag that says whose a connection is.</summary>
    public const string OwnerTag = "end_user_id";

    /// <summary>The most characters that Nango takes in a tag's value.</summary>
    private const int TagLengthMax = 255;

    /// <summary>The body of POST /connect/sessions.</summary>
    public static string Of(UserId user, string? email, IReadOnlyList<string> providerConfigKeys)
    {
        var body = new JsonObject { ["tags"] = Tags(user, email) };
        if (providerConfigKeys.Count > 0)
        {
            body["allowed_integrations"] = new JsonArray([.. providerConfigKeys.Select(key => JsonValue.Create(key))]);
        }

        return body.ToJsonString();
    }

    /// <summary>The body of POST /connect/sessions/reconnect. The tags stand in for the connection's: left out, the connection would lose its owner.</summary>
    public static string OfReconnect(UserId user, string? email, NangoConnectionName connection) => new JsonObject
    {
        ["connection_id"] = connection.ConnectionId,
        ["integration_id"] = connection.ProviderConfigKey,
        ["tags"] = Tags(user, email),
    }.ToJsonString();

    private static JsonObject Tags(UserId user, string? email)
    {
        var tags = new JsonObject { [OwnerTag] = user.Value };
        if (email is { Length: <= TagLengthMax } && MailboxAddress.TryParse(email, out var mailbox) && mailbox.Address == email)
        {
            // Nango refuses the whole session for a text here that is no address.
            tags["end_user_email"] = email;
        }

        return tags;
    }
}
