using System.Globalization;
using Cortex.Programs;

namespace Cortex.Core.Tests.Programs;

public class RelativeTimeTests
{
    // A Wednesday.
    private static readonly DateTimeOffset Now = new(2026, 1, 14, 15, 30, 0, TimeSpan.FromHours(2));

    [Theory]
    [InlineData("now", "2026-01-14T15:30+02:00")]
    [InlineData("today", "2026-01-14T00:00+02:00")]
    [InlineData("today 18:00", "2026-01-14T18:00+02:00")]
    [InlineData("tomorrow 09:00", "2026-01-15T09:00+02:00")]
    [InlineData("Yesterday", "2026-01-13T00:00+02:00")]
    [InlineData("+3 days", "2026-01-17T15:30+02:00")]
    [InlineData("+3 days 09:00", "2026-01-17T09:00+02:00")]
    [InlineData("+1 day", "2026-01-15T15:30+02:00")]
    [InlineData("-1 hour", "2026-01-14T14:30+02:00")]
    [InlineData("+45 minutes", "2026-01-14T16:15+02:00")]
    [InlineData("+2 weeks", "2026-01-28T15:30+02:00")]
    [InlineData("+1 month", "2026-02-14T15:30+02:00")]
    [InlineData("friday", "2026-01-16T00:00+02:00")]
    [InlineData("next Friday 10:15", "2026-01-16T10:15+02:00")]
    [InlineData("next wednesday", "2026-01-21T00:00+02:00")]
    [InlineData("weekend", "2026-01-17T00:00+02:00")]
    [InlineData("next weekend", "2026-01-17T00:00+02:00")]
    [InlineData("next week", "2026-01-19T00:00+02:00")]
    [InlineData("next month", "2026-02-01T00:00+02:00")]
    public void Words_MeanAMoment(string text, string moment) =>
        Assert.Equal(moment, RelativeTime.TryParse(text)?.Resolve(Now).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("09:00")]
    [InlineData("soon")]
    [InlineData("3 days")]
    [InlineData("+3")]
    [InlineData("+1000 days")]
    [InlineData("+3 4")]
    [InlineData("next 3")]
    [InlineData("+1 hour 09:00")]
    [InlineData("now 09:00")]
    [InlineData("tomorrow 25:00")]
    [InlineData("tomorrow 9:00")]
    [InlineData("next next friday")]
    public void OtherWords_AreNone(string text) => Assert.Null(RelativeTime.TryParse(text));

    [Fact]
    public void ADay_IsOneWithoutATimeOfDay()
    {
        Assert.True(RelativeTime.TryParse("next friday")!.IsDay);
        Assert.True(RelativeTime.TryParse("+3 days")!.IsDay);
        Assert.False(RelativeTime.TryParse("tomorrow 09:00")!.IsDay);
        Assert.False(RelativeTime.TryParse("+3 hours")!.IsDay);
        Assert.False(RelativeTime.TryParse("now")!.IsDay);
    }
}
