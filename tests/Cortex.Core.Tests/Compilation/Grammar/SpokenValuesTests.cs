using Cortex.Compilation.Grammar;

namespace Cortex.Core.Tests.Compilation.Grammar;

/// <summary>Numbers, durations and moments as people write them.</summary>
public class SpokenValuesTests
{
    [Theory]
    [InlineData("10k", 10_000)]
    [InlineData("$5,000", 5_000)]
    [InlineData("1.5 million", 1_500_000)]
    [InlineData("7,500 euros", 7_500)]
    [InlineData("250", 250)]
    [InlineData("2m", 2_000_000)]
    [InlineData("60%", 60)]
    public void Amount_IsUnderstood(string text, int number) => Assert.Equal(number, Amounts.Of(text));

    [Theory]
    [InlineData("1,5")]
    [InlineData("12,34")]
    [InlineData("10 metres")]
    [InlineData("10kilo")]
    [InlineData("k")]
    [InlineData("")]
    public void Amount_ThatCouldBeAnother_IsNone(string text) => Assert.Null(Amounts.Of(text));

    [Theory]
    [InlineData("48h", 2_880)]
    [InlineData("two days", 2_880)]
    [InlineData("half an hour", 30)]
    [InlineData("an hour", 60)]
    [InlineData("15 minutes", 15)]
    [InlineData("1 week", 10_080)]
    [InlineData("30-minute", 30)]
    public void Duration_IsUnderstood(string text, int minutes) => Assert.Equal(minutes, Durations.MinutesOf(text));

    [Theory]
    [InlineData("2s", "2s")]
    [InlineData("90 seconds", "90s")]
    [InlineData("120 seconds", "2m")]
    [InlineData("two days", "48h")]
    public void Duration_HasOneSpelling(string text, string spelling) => Assert.Equal(spelling, Durations.SpellingOf(text));

    [Theory]
    [InlineData("minutes")]
    [InlineData("3 moons")]
    [InlineData("999999 hours")]
    [InlineData("hourly")]
    public void Duration_OfNoLength_IsNone(string text) => Assert.Null(Durations.MinutesOf(text));

    [Theory]
    [InlineData("3 days", "+3 days")]
    [InlineData("in two hours", "+2 hours")]
    [InlineData("tomorrow at 9am", "tomorrow 09:00")]
    [InlineData("tomorrow 14:30", "tomorrow 14:30")]
    [InlineData("Saturday", "next saturday")]
    [InlineData("next Friday", "next friday")]
    [InlineData("2027-01-31", "2027-01-31")]
    [InlineData("next weekend", "next weekend")]
    public void Moment_HasOneSpelling(string text, string spelling) => Assert.Equal(spelling, TimeWords.Of(text));

    [Theory]
    [InlineData("2027-02-30")]
    [InlineData("soon")]
    [InlineData("yesterday")]
    [InlineData("at 9")]
    public void Moment_ThatIsNone_IsNotGuessed(string text) => Assert.Null(TimeWords.Of(text));
}
