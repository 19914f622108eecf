using System.Text.Json.Nodes;
using MimeKit;

namespace Cortex.Nango;

/// <summary>Writes the body of POST /connect/sessions.</summary>
internal static class ConnectSessionBody
{
    /// <summary>The most characters that Nango takes in a tag's value.</summary>
    private const int TagLengthMax = 255;

    public static string Of(UserId user, string? email, IReadOnlyList<string> providerConfigKeys)
    {
        var tags = new JsonObject { ["end_user_id"] = user.Value };
        if (email is { Length: <= TagLengthMax } && MailboxAddress.TryParse(email, out var mailbox) && mailbox.Address == email)
        {
            // Nango refuses the whole session for a text here that is no address.
            tags["end_user_email"] = email;
        }

        var body = new JsonObject { ["tags"] = tags };
        if (providerConfigKeys.Count > 0)
        {
            body["allowed_integrations"] = new JsonArray([.. providerConfigKeys.Select(key => JsonValue.Create(key))]);
        }

        return body.ToJsonString();
    }
}
