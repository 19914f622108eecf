namespace Cortex;

/// <summary>The hours of a week in which somebody works.</summary>
/// <param name="Days">In the order of the week, each once; none: never.</param>
/// <param name="From">The first minute of each.</param>
/// <param name="To">The first minute after it, later on the same day.</param>
[GenerateSerializer, Immutable, Alias("cortex.working-hours")]
public sealed record WorkingHours([property: Id(0)] IReadOnlyList<DayOfWeek> Days, [property: Id(1)] TimeOnly From, [property: Id(2)] TimeOnly To)
{
    /// <summary>Of whom has not said otherwise.</summary>
    public static WorkingHours Usual { get; } = new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], new(9, 0), new(17, 0));
}
