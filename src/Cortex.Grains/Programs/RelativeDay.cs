namespace Cortex.Programs;

/// <summary>Where a <see cref="RelativeTime"/> starts from.</summary>
internal enum RelativeDay
{
    Now,
    Today,
    Tomorrow,
    Yesterday,

    /// <summary>The first such day after today.</summary>
    Weekday,

    /// <summary>The Saturday of this week, today included.</summary>
    Weekend,

    /// <summary>The first Saturday after today.</summary>
    NextWeekend,

    /// <summary>The first Monday after today.</summary>
    NextWeek,

    /// <summary>The first day of the next month.</summary>
    NextMonth,
}
