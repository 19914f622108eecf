using System.Globalization;

namespace Cortex.Tools.Wait;

/// <summary>How long a <c>wait</c> step waits: a whole number and a unit, <c>90s</c>, <c>30m</c>, <c>48h</c>, <c>7d</c>. Pure.</summary>
internal static class WaitDuration
{
    /// <summary>The longest wait. A run keeps its day's partition as long as it is open, so this bounds how far retention can be held up.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromDays(30);

    /// <summary>The shortest wait; it is also the unit of the finest durations.</summary>
    private static readonly TimeSpan Min = TimeSpan.FromSeconds(1);

    /// <summary>Reads a duration; false if it is none, or shorter or longer than a wait may be.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || UnitOf(text[^1]) is not { } unit)
        {
            return false;
        }

        // As seconds in 64 bits: the largest count of days does not overflow.
        var seconds = (long)unit.TotalSeconds * count;
        if (seconds < Min.TotalSeconds || seconds > Max.TotalSeconds)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }

    private static TimeSpan? UnitOf(char letter) => letter switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        _ => null,
    };
}
