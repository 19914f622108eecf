namespace Cortex.Tools.Calendar;

/// <summary>One calendar that an account sees.</summary>
/// <param name="Id">Google's id.</param>
/// <param name="Name">As its user calls it.</param>
/// <param name="IsPrimary">Whether it is the account's main one.</param>
/// <param name="IsWritable">Whether the account may change its events.</param>
internal sealed record CalendarEntry(string Id, string Name, bool IsPrimary, bool IsWritable);
