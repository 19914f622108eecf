namespace Cortex;

/// <summary>What a user has said about themselves. Grain state of the user's grain, as it is no row that anything is looked up by.</summary>
[GenerateSerializer, Immutable, Alias("cortex.user-preferences")]
public sealed record UserPreferences
{
    /// <summary>An IANA time zone, e.g. <c>Europe/Berlin</c>.</summary>
    [Id(0)]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>When the user works, by the clocks of that zone.</summary>
    [Id(1)]
    public WorkingHours WorkingHours { get; init; } = WorkingHours.Usual;

    /// <summary>How the user wants to be told of runs that failed.</summary>
    [Id(2)]
    public FailureNotices FailureNotices { get; init; } = FailureNotices.Each;
}
