namespace Cortex.Api.Me;

/// <summary>What the user has said about themselves, and what is left to them.</summary>
/// <param name="Id">The user's id at the token issuer.</param>
/// <param name="Email">The address in the token, or null.</param>
/// <param name="TimeZone">An IANA time zone; <c>UTC</c> until another is set.</param>
/// <param name="WorkingHours">When the user works; Monday to Friday, 09:00 to 17:00, until others are set.</param>
/// <param name="FailureNotices">How the user wants to be told of runs that failed: <c>each</c>, <c>daily</c> or <c>none</c>.</param>
/// <param name="Limits">The most of each.</param>
/// <param name="Usage">How many of each there are.</param>
internal sealed record MeBody(string Id, string? Email, string TimeZone, WorkingHoursBody WorkingHours, string FailureNotices, QuotaBody Limits, QuotaBody Usage);
