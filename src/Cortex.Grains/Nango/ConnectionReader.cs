using System.Text.Json;

namespace Cortex.Nango;

/// <summary>Reads what Nango says about a connection.</summary>
internal static class ConnectionReader
{
    /// <summary>Reads a connection as GET /connections/{id} or the list of GET /connections has it; null if it is none.</summary>
    public static NangoConnection? Read(JsonElement body) =>
        body.Text("provider_config_key") is { Length: > 0 } providerConfigKey && body.Text("connection_id") is { Length: > 0 } connectionId
            ? new(
                providerConfigKey,
                connectionId,
                NonEmpty(body.ObjectAt("tags")?.Text("end_user_id")) ?? NonEmpty(body.ObjectAt("end_user")?.TextOrNumber("id")),
                NonEmpty(body.ObjectAt("tags")?.Text("end_user_email")) ?? NonEmpty(body.ObjectAt("end_user")?.Text("email")),
                body.Elements("errors").Any(error => error.Text("type") == "auth"),
                body.Time("created") ?? body.Time("created_at"))
            {
                EmailAddressHash = NonEmpty(body.ObjectAt("connection_config")?.Text("emailAddressHash")),
            }
            : null;

    /// <summary>Reads the connection that comes with an error of its credentials; null if none does.</summary>
    public static NangoConnection? ReadBroken(NangoReply reply) =>
        NangoJson.TryParse(reply)?.ObjectAt("error")?.ObjectAt("payload")?.ObjectAt("connection") is { } connection && Read(connection) is { } known
            ? known with { HasAuthError = true }
            : null;

    private static string? NonEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
