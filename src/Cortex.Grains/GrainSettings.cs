using Cortex.Model;
using Cortex.Scheduling;

namespace Cortex;

/// <summary>What grains need to know of the environment.</summary>
/// <param name="ProviderConfigKeys">Which of Nango's integrations stands for which provider.</param>
/// <param name="NangoBaseUrl">Where Nango's API is.</param>
/// <param name="NangoSecretKey">The key of Nango's API.</param>
/// <param name="RetentionDays">How long events, runs and steps are kept.</param>
/// <param name="Groq">The language model; null: there is none.</param>
public sealed record GrainSettings(ProviderConfigKeys ProviderConfigKeys, Uri NangoBaseUrl, string NangoSecretKey, int RetentionDays, GroqSettings? Groq = null)
{
    /// <summary>How long it is certain to be remembered what ran: a little less than rows are kept.</summary>
    public TimeSpan Memory => TimeSpan.FromDays(RetentionDays * 0.9);

    /// <summary>How often an account's records are looked at without a webhook; each time up to a quarter sooner or later.</summary>
    public TimeSpan ReconciliationPeriod { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How old a change must be before it is looked upon as missed: until then its webhook may be on its way.</summary>
    public TimeSpan ReconciliationGrace { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one request to a provider may take until its answer begins.</summary>
    public TimeSpan ProviderTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>The shortest time between two syncs of an account that Cortex asks Nango for: Nango's own shortest period of a sync (Nango docs, syncs).</summary>
    public TimeSpan SyncPeriodMin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between the tries of an event that could not be processed.</summary>
    internal Backoff DeliveryTries { get; init; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    /// <summary>The longest that a program is tried on past items before it is kept; a preview is asked for at every pause in writing. Beyond it there are no figures.</summary>
    public TimeSpan LookBackMax { get; init; } = TimeSpan.FromMilliseconds(300);
}
