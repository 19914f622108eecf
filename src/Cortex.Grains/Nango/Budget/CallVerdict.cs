namespace Cortex.Nango.Budget;

/// <summary>Whether a call may go out.</summary>
/// <param name="MustAsk">Whether that is not known without asking.</param>
/// <param name="Wait">How long to wait before it is worth asking; zero for a call that may go out.</param>
internal readonly record struct CallVerdict(bool MustAsk, TimeSpan Wait)
{
    /// <summary>The call may go out.</summary>
    public static CallVerdict Go { get; }

    /// <summary>The silo holds no call for it.</summary>
    public static CallVerdict Ask { get; } = new(true, TimeSpan.Zero);

    /// <summary>The call may not go out for a while.</summary>
    public static CallVerdict Hold(TimeSpan wait) => new(false, wait);

    /// <summary>Whether the call may go out.</summary>
    public bool MayGo => !MustAsk && Wait <= TimeSpan.Zero;
}
