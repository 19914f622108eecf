using System.Text.Json;

namespace Cortex;

/// <summary>What a webhook's body says: whom it is for, what kind it is, and how to know it again.</summary>
/// <param name="Type">Nango's type, or <c>unknown</c>.</param>
/// <param name="ProviderConfigKey">Nango's integration id, or null.</param>
/// <param name="ConnectionId">Nango's connection id, or null.</param>
/// <param name="DedupeKey">Within a connection the same for two deliveries of one fact, different for two facts; null if the body has nothing of the kind.</param>
/// <param name="IgnoredReason">Why it can be of no use to any connection, in a sentence; null if it can.</param>
/// <param name="Detail">The rest, by type.</param>
public sealed record WebhookEnvelope(
    string Type, string? ProviderConfigKey, string? ConnectionId, string? DedupeKey, string? IgnoredReason, WebhookDetail Detail)
{
    /// <summary>The type of a body that names none.</summary>
    public const string UnknownType = "unknown";

    /// <summary>The longest type that is kept; Nango's own have at most 12 characters.</summary>
    public const int TypeLengthMax = 64;

    /// <summary>The longest name of a connection or an integration; Nango allows 255.</summary>
    public const int NameLengthMax = 255;

    /// <summary>How deep a body may nest: far deeper than any provider's, and a bound on the parser's memory.</summary>
    public const int DepthMax = 1_000;

    /// <summary>The connection that it is for, if both of its names are there.</summary>
    public ConnectionKey? Key =>
        ProviderConfigKey is not null && ConnectionId is not null ? ConnectionKey.For(ProviderConfigKey, ConnectionId) : null;

    /// <summary>Reads a body. Never throws, whatever the bytes: what was signed by Nango is kept and explained, never refused.</summary>
    public static WebhookEnvelope Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(WellFormedJson.Repair(body), new() { MaxDepth = DepthMax });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? ReadObject(document.RootElement)
                : Useless("The body is not a JSON object.");
        }
        catch (JsonException)
        {
            return Useless("The body is not JSON.");
        }
    }

    private static WebhookEnvelope ReadObject(JsonElement body)
    {
        var type = WebhookText.Name(body.Text("type"), TypeLengthMax);
        var providerConfigKey = WebhookText.Name(body.Text("providerConfigKey"), NameLengthMax);
        var connectionId = WebhookText.Name(body.Text("connectionId"), NameLengthMax);
        var ignored = IgnoredBecause(type, providerConfigKey, connectionId, body);
        return new(
            type ?? UnknownType,
            providerConfigKey,
            connectionId,
            ignored is null ? WebhookDedupeKey.From(type, body) : null,
            ignored,
            WebhookDetailReader.Read(type ?? UnknownType, body));
    }

    private static string? IgnoredBecause(string? type, string? providerConfigKey, string? connectionId, JsonElement body) =>
        (type, connectionId, providerConfigKey) switch
        {
            (null, _, _) when ForwardReader.GuessOrigin(body) is { } origin =>
                $"The body has no readable type: it looks like {origin} that Nango could not match to a connection.",
            (null, _, _) => "The body has no readable type: a provider's own webhook that Nango could not match to a connection looks like this.",
            (_, null, _) => "The body names no connection.",
            (_, _, null) => "The body names no provider config key, so its connection is not known.",
            _ => null,
        };

    private static WebhookEnvelope Useless(string why) => new(UnknownType, null, null, null, why, new WebhookDetail.Unknown(UnknownType));
}
