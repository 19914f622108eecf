using System.Text.Json.Serialization;

namespace Cortex.Sandbox.Webhooks;

/// <summary>How one delivery attempt ended: the status that was answered, or why there was none.</summary>
internal sealed record WebhookAttempt(int? Status, double DurationMs, string? Error = null)
{
    [JsonIgnore]
    public bool MayRetry { get; init; }

    /// <summary>Lost on purpose, by a fault that a test prepared: it says nothing about the address.</summary>
    [JsonIgnore]
    public bool WasDropped { get; init; }

    [JsonIgnore]
    public bool Succeeded => Status is >= 200 and < 300;

    [JsonIgnore]
    public string? ResponseBody { get; init; }

    public static WebhookAttempt NotMade(string why) => new(null, 0, why);
}
