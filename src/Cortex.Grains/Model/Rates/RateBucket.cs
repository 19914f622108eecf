namespace Cortex.Model.Rates;

/// <summary>One limit of the account: what is left at a time, and how fast it fills up again.</summary>
/// <param name="Limit">What it holds when it is full.</param>
/// <param name="Left">What was left.</param>
/// <param name="PerSecond">How much comes back each second.</param>
/// <param name="At">When that was so.</param>
internal readonly record struct RateBucket(double Limit, double Left, double PerSecond, DateTimeOffset At)
{
    /// <param name="notice">What the service said of it.</param>
    /// <param name="period">How long an empty one takes to be full, for a notice that does not show it.</param>
    /// <param name="now">The present.</param>
    public static RateBucket Of(ModelRateNotice notice, TimeSpan period, DateTimeOffset now)
    {
        var used = notice.Limit - notice.Remaining;
        var perSecond = used > 0 && notice.FullIn > TimeSpan.Zero ? used / notice.FullIn.TotalSeconds : notice.Limit / period.TotalSeconds;
        return new(notice.Limit, notice.Remaining, perSecond, now);
    }

    public RateBucket Without(double amount, DateTimeOffset now) => this with { Left = LeftAt(now) - amount, At = now };

    /// <summary>How long until an amount is there; zero if it is.</summary>
    public TimeSpan WaitFor(double amount, DateTimeOffset now) =>
        LeftAt(now) is var left && left >= amount ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min((amount - left) / PerSecond, TimeSpan.FromDays(1).TotalSeconds));

    private double LeftAt(DateTimeOffset now) => Math.Min(Limit, Left + (PerSecond * Math.Max(0, (now - At).TotalSeconds)));
}
