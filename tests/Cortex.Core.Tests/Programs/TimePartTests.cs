using System.Text.Json;
using Cortex.Programs;
using static Cortex.Core.Tests.Programs.Sample;

namespace Cortex.Core.Tests.Programs;

public sealed class TimePartTests
{
    [Theory]
    [InlineData("2026-03-14T12:00:00Z", "Saturday", true)]
    [InlineData("2026-03-13T23:30:00Z", "Friday", true)]
    [InlineData("2026-03-13T23:30:00Z", "Saturday", false)]
    [InlineData("2026-03-13T12:00:00Z", "friday", true)]
    public void Weekday_IsThatOfUtc_WhereTheItemCarriesNoZone(string date, string day, bool holds) => Assert.Equal(holds, Evaluate(Is("date.weekday", Operator.Equals, day), Mail(date)).Holds);

    [Theory]
    [InlineData("2026-03-13T23:30:00Z", "Europe/Berlin", "Saturday", "00:30")]
    [InlineData("2026-03-16T02:00:00Z", "America/Los_Angeles", "Sunday", "19:00")]
    [InlineData("2026-03-13T20:00:00Z", "Asia/Kolkata", "Saturday", "01:30")]
    [InlineData("2026-03-13T20:00:00Z", "UTC+02", "Friday", "22:00")]
    [InlineData("2026-03-13T20:00:00Z", "Mars/Olympus", "Friday", "20:00")]

    // The clocks of Berlin go forward on 29 March at 01:00 UTC, and back on 25 October at 01:00 UTC.
    [InlineData("2026-03-29T00:59:00Z", "Europe/Berlin", "Sunday", "01:59")]
    [InlineData("2026-03-29T01:00:00Z", "Europe/Berlin", "Sunday", "03:00")]
    [InlineData("2026-03-28T16:30:00Z", "Europe/Berlin", "Saturday", "17:30")]
    [InlineData("2026-03-29T16:30:00Z", "Europe/Berlin", "Sunday", "18:30")]
    [InlineData("2026-10-25T00:30:00Z", "Europe/Berlin", "Sunday", "02:30")]
    [InlineData("2026-10-25T01:30:00Z", "Europe/Berlin", "Sunday", "02:30")]
    [InlineData("2026-10-24T22:30:00Z", "Europe/Berlin", "Sunday", "00:30")]
    [InlineData("2026-10-25T22:30:00Z", "Europe/Berlin", "Sunday", "23:30")]
    public void Parts_AreReadByTheClocksThatTheItemCarries(string date, string zone, string day, string clock)
    {
        var fields = Mail(date, zone);

        Assert.True(Evaluate(Is("date.weekday", Operator.Equals, day), fields).Holds);
        Assert.True(Evaluate(Is("date.time", Operator.Equals, clock), fields).Holds);
    }

    [Theory]
    [InlineData("2026-03-13T17:59:59Z", false)]
    [InlineData("2026-03-13T18:00:00Z", true)]
    [InlineData("2026-03-13T18:00:59Z", true)]
    [InlineData("2026-03-13T23:59:59Z", true)]
    [InlineData("2026-03-13T00:00:00Z", false)]
    public void AfterAndBefore_PartTheDay(string date, bool isAfter)
    {
        Assert.Equal(isAfter, Evaluate(Is("date.time", Operator.GreaterThan, "18:00"), Mail(date)).Holds);
        Assert.Equal(!isAfter, Evaluate(Is("date.time", Operator.LessThan, "18:00"), Mail(date)).Holds);
    }

    [Fact]
    public void Report_SaysWhatTheClockShowed()
    {
        var verdict = Evaluate(Is("date.time", Operator.GreaterThan, "18:00"), Mail("2026-03-13T12:05:00Z", "Europe/Berlin"));

        Assert.Equal(("time of arrival is after 18:00", "13:05"), (verdict.Condition, verdict.Saw));
    }

    [Fact]
    public void WholeDay_HasAWeekdayAndNoTimeOfDay()
    {
        var fields = Parse("""{"start":"2026-03-14T00:00:00Z","allDay":true}""");

        Assert.True(Evaluate(Is("start.weekday", Operator.Equals, "Saturday"), fields).Holds);
        Assert.False(Evaluate(Is("start.time", Operator.LessThan, "09:00"), fields).Holds);
        Assert.False(Evaluate(Is("start.time", Operator.GreaterThan, "00:00"), fields).Holds);
    }

    [Fact]
    public void Part_OfATimeThatIsNotFetchedYet_IsOpen() =>
        Assert.Equal(Truth.Unknown, PreparedCondition.Of(Is("date.weekday", Operator.Equals, "Friday")).TruthOf(new Facts(Parse("{}"), Missing: ["date"])));

    [Fact]
    public void Edge_ComparesEachStateByItsOwnClocks()
    {
        var moved = PreparedCondition.Of(Is("start.weekday", Operator.Equals, "Saturday") with { Edge = true });
        var (friday, saturday) = (Parse("""{"start":"2026-03-13T12:00:00Z"}"""), Parse("""{"start":"2026-03-13T12:00:00Z","timeZone":"Pacific/Kiritimati"}"""));

        Assert.Equal(Truth.True, moved.TruthOf(new Facts(saturday, friday)));
        Assert.Equal(Truth.False, moved.TruthOf(new Facts(saturday, saturday)));
    }

    private static JsonElement Mail(string date, string? zone = null) => JsonSerializer.SerializeToElement(new Dictionary<string, string?> { ["date"] = date, ["timeZone"] = zone });
}
