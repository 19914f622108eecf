namespace Cortex.Programs;

/// <summary>The units of a <see cref="RelativeTime"/>, the shortest first.</summary>
internal enum RelativeUnit
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
}
