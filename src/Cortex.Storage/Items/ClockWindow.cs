namespace Cortex.Storage.Items;

/// <summary>A span of time that the clock has gone through.</summary>
/// <param name="From">Not in it.</param>
/// <param name="Until">In it.</param>
public readonly record struct ClockWindow(DateTimeOffset From, DateTimeOffset Until);
