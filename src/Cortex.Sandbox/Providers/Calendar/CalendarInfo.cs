namespace Cortex.Sandbox.Providers.Calendar;

/// <summary>One calendar of an account, without its events.</summary>
internal sealed record CalendarInfo(string Id, string Summary, string TimeZone, bool IsPrimary);
