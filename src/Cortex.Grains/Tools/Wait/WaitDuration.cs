using Cortex.Programs;

namespace Cortex.Tools.Wait;

/// <summary>How long a <c>wait</c> step waits. Pure.</summary>
internal static class WaitDuration
{
    /// <summary>The longest wait. A run keeps its day's partition as long as it is open, so this bounds how far retention can be held up.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromDays(30);

    /// <summary>Reads a duration; false if it is none, or shorter or longer than a wait may be.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = DurationText.TryParse(text) ?? TimeSpan.Zero;
        return duration > TimeSpan.Zero && duration <= Max;
    }
}
