namespace Cortex.Compilation.Grammar;

/// <summary>A time of day that was read.</summary>
/// <param name="Length">Of its words; 0 if there are none.</param>
/// <param name="Time">The time, in the morning where the half of the day was not said.</param>
/// <param name="IsCertain">Whether it can be meant by itself: "6pm" and "18:00", and not "6".</param>
/// <param name="HasHalf">Whether it can be only of one half of the day.</param>
internal readonly record struct ClockReading(int Length, TimeOnly Time, bool IsCertain, bool HasHalf)
{
    /// <summary>Whether minutes were said.</summary>
    public bool HasMinutes { get; init; }
}
