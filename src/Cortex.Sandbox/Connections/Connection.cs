using System.Text.Json.Serialization;

namespace Cortex.Sandbox.Connections;

/// <summary>One user's account at a provider, as Nango holds it.</summary>
internal sealed record Connection(
    int Id,
    string ConnectionId,
    string ProviderConfigKey,
    string Provider,
    IReadOnlyDictionary<string, string> Tags,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public const string UserTag = "end_user_id";
    public const string EmailTag = "end_user_email";

    [JsonIgnore]
    public string? Owner => Tags.GetValueOrDefault(UserTag);

    /// <summary>The address of the account at the provider; one that nobody owns stands in when the user has none.</summary>
    [JsonIgnore]
    public string Address => Tags.GetValueOrDefault(EmailTag) ?? $"user-{Id}@example.com";
}
