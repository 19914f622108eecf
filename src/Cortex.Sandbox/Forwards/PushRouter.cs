using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Json;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Forwards;

/// <summary>Decides about a provider's push as Nango's routing of that provider does.</summary>
internal static partial class PushRouter
{
    /// <param name="provider">Nango's name of the provider.</param>
    /// <param name="push">What it posted.</param>
    /// <param name="connections">The connections of the integration that it posted to.</param>
    public static PushRouting Route(string provider, ProviderPush push, IReadOnlyList<Connection> connections) => provider switch
    {
        ProviderNames.Gmail => Gmail(push, connections),
        ProviderNames.Calendar => Calendar(push, connections),
        _ => Salesforce(push, connections),
    };

    /// <summary>
    /// Pub/Sub's message, whose data names the mailbox. A token in the Authorization header must have a token's form; that Google
    /// signed it nobody here can check.
    /// </summary>
    private static PushRouting Gmail(ProviderPush push, IReadOnlyList<Connection> connections)
    {
        if (push.Header("authorization") is { } authorization && !BearerJwt().IsMatch(authorization))
        {
            return PushRouting.Refusal(StatusCodes.Status401Unauthorized, "Invalid webhook signature");
        }

        if (push.Body is not JsonObject body || body["message"] is not JsonObject message)
        {
            return PushRouting.Refusal(StatusCodes.Status500InternalServerError, "internal_error");
        }

        return Decoded(WebhookLabel.Text(message, "data")) is { } data
            ? PushRouting.Success(body, AccountMatch.ByAddress(connections, WebhookLabel.Text(data, "emailAddress")))
            : PushRouting.Refusal(
                StatusCodes.Status500InternalServerError,
                "An unhandled error of type 'webhook_invalid_body' with payload 'undefined' has occurred");
    }

    /// <summary>Google posts no body: its headers say which calendar changed, and they are what is passed on.</summary>
    private static PushRouting Calendar(ProviderPush push, IReadOnlyList<Connection> connections)
    {
        var payload = new JsonObject(push.Headers.Select(header => KeyValuePair.Create<string, JsonNode?>(header.Key, header.Value)));
        if (push.Header("x-goog-resource-uri") is not { Length: > 0 } uri)
        {
            return PushRouting.Success(payload, []);
        }

        var watched = AccountMatch.ByWatchedCalendar(connections, uri);
        return PushRouting.Success(payload, watched.Count > 0 ? watched : AccountMatch.ByAddress(connections, CalendarId(uri)));
    }

    /// <summary>What a flow or trigger in the organisation sends by itself; it names its connection.</summary>
    private static PushRouting Salesforce(ProviderPush push, IReadOnlyList<Connection> connections)
    {
        var named = push.Body is JsonObject body ? WebhookLabel.Text(body["nango"], "connectionId") : null;
        return PushRouting.Success(push.Body, [.. connections.Where(connection => connection.ConnectionId == named)]);
    }

    private static JsonNode? Decoded(string? data)
    {
        var bytes = new byte[data?.Length ?? 0];
        return data is not null && Convert.TryFromBase64String(data, bytes, out var written)
            ? SandboxJson.TryParse(bytes.AsSpan(0, written))
            : null;
    }

    private static string? CalendarId(string uri) => CalendarInUri().Match(uri) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value) : null;

    [GeneratedRegex(@"/calendars/([^/]+)/")]
    private static partial Regex CalendarInUri();

    [GeneratedRegex(@"^Bearer [\w-]+\.[\w-]+\.[\w-]+$")]
    private static partial Regex BearerJwt();
}
