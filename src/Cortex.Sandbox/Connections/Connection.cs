using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Cortex.Sandbox.Providers;

namespace Cortex.Sandbox.Connections;

/// <summary>One user's account at a provider, as Nango holds it.</summary>
/// <param name="Email">The address of the account at the provider, as far as it was told; it outlives a change of tags.</param>
internal sealed record Connection(
    int Id,
    string ConnectionId,
    string ProviderConfigKey,
    string Provider,
    IReadOnlyDictionary<string, string> Tags,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Email = null,
    JsonObject? Metadata = null,
    string? WebhookUrlOverride = null,
    RefreshFailure? RefreshFailure = null)
{
    public const string UserTag = "end_user_id";
    public const string EmailTag = "end_user_email";

    [JsonIgnore]
    public string? Owner => Tags.GetValueOrDefault(UserTag);

    /// <summary>The address of the account at the provider; one that nobody owns stands in when the user has none.</summary>
    [JsonIgnore]
    public string Address => Email ?? Tags.GetValueOrDefault(EmailTag) ?? $"user-{Id}@example.com";

    /// <summary>What Nango notes of a Google account when it is connected.</summary>
    [JsonIgnore]
    public string? AddressHash => Provider is ProviderNames.Gmail or ProviderNames.Calendar ? EmailAddressHash.Of(Address) : null;
}
