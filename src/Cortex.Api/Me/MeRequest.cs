namespace Cortex.Api.Me;

/// <summary>What is to be changed; what is absent stays.</summary>
/// <param name="TimeZone">An IANA time zone, e.g. <c>Europe/Berlin</c>.</param>
/// <param name="WorkingHours">When the user works.</param>
/// <param name="FailureNotices">How the user wants to be told of runs that failed: <c>each</c>, <c>daily</c> or <c>none</c>.</param>
internal sealed record MeRequest(string? TimeZone = null, WorkingHoursBody? WorkingHours = null, string? FailureNotices = null);
