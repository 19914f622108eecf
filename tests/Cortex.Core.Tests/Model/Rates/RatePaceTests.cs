using Cortex.Model.Rates;

namespace Cortex.Core.Tests.Model.Rates;

public sealed class RatePaceTests
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly RatePace _pace = new();

    [Fact]
    public void NothingKnown_LetsEverythingOut()
    {
        Assert.True(_pace.Take(ModelPriority.Run, 100_000, Start).MayGo);
        Assert.True(_pace.Take(ModelPriority.Person, 100_000, Start).MayGo);
    }

    [Fact]
    public void Runs_LeaveHalfOfAMinutesTokensToPeople()
    {
        Observe(limit: 8_000, remaining: 6_000, fullIn: 15);

        Assert.True(_pace.Take(ModelPriority.Run, 2_000, Start).MayGo);
        Assert.Equal(TimeSpan.FromSeconds(1), Round(_pace.Take(ModelPriority.Run, 133, Start).Wait));
        Assert.True(_pace.Take(ModelPriority.Person, 4_000, Start).MayGo);
    }

    [Fact]
    public void Tokens_ComeBackAtThePaceThatWasTold()
    {
        // 6,000 of 8,000 are used, and a minute's worth comes back in a minute.
        Observe(limit: 8_000, remaining: 2_000, fullIn: 45);

        Assert.Equal(TimeSpan.FromSeconds(30), Round(_pace.Take(ModelPriority.Run, 2_000, Start).Wait));
        Assert.False(_pace.Take(ModelPriority.Run, 2_000, Start.AddSeconds(29)).MayGo);
        Assert.True(_pace.Take(ModelPriority.Run, 2_000, Start.AddSeconds(30)).MayGo);
    }

    [Fact]
    public void Question_ThatIsLargerThanARunsShare_GoesWhenEverythingIsThere()
    {
        Observe(limit: 8_000, remaining: 4_000, fullIn: 30);

        Assert.Equal(TimeSpan.FromSeconds(30), Round(_pace.Take(ModelPriority.Run, 20_000, Start).Wait));
        Assert.True(_pace.Take(ModelPriority.Run, 20_000, Start.AddSeconds(30)).MayGo);
    }

    [Fact]
    public void Person_IsNotHeldByAnEstimate()
    {
        Observe(limit: 8_000, remaining: 0, fullIn: 60);

        Assert.True(_pace.Take(ModelPriority.Person, 5_000, Start).MayGo);
    }

    [Fact]
    public void RequestsOfTheDay_AreKeptForPeople()
    {
        _pace.Observe(new(new(1_000, 50, TimeSpan.FromSeconds(950 * 86.4)), null), Start);

        Assert.Equal(TimeSpan.FromSeconds(86.4), Round(_pace.Take(ModelPriority.Run, 1, Start).Wait));
        Assert.True(_pace.Take(ModelPriority.Person, 1, Start).MayGo);
    }

    [Fact]
    public void Refusal_HoldsEverybody()
    {
        _pace.Observe(new(null, null, TimeSpan.FromSeconds(20)), Start);

        Assert.Equal(new ModelVerdict(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15), false), _pace.Take(ModelPriority.Person, 1, Start.AddSeconds(5)));
        Assert.Equal(TimeSpan.FromSeconds(15), _pace.Take(ModelPriority.Run, 1, Start.AddSeconds(5)).Wait);
        Assert.True(_pace.Take(ModelPriority.Person, 1, Start.AddSeconds(20)).MayGo);
    }

    [Fact]
    public void RefusalForTheDay_HoldsPeopleAMinute_AndRunsAnHour_AndTellsTheWholeWait()
    {
        _pace.Observe(new(null, null, TimeSpan.FromHours(5), IsOfTheDay: true), Start);

        Assert.Equal(new ModelVerdict(TimeSpan.FromMinutes(1), TimeSpan.FromHours(5), true), _pace.Take(ModelPriority.Person, 1, Start));
        Assert.Equal(new ModelVerdict(TimeSpan.FromHours(1), TimeSpan.FromHours(5), true), _pace.Take(ModelPriority.Run, 1, Start));
        Assert.True(_pace.Take(ModelPriority.Person, 1, Start.AddMinutes(1)).MayGo);
        Assert.False(_pace.Take(ModelPriority.Run, 1, Start.AddMinutes(59)).MayGo);
    }

    [Fact]
    public void ShorterRefusal_DoesNotOpenTheGate()
    {
        _pace.Observe(new(null, null, TimeSpan.FromSeconds(40)), Start);
        _pace.Observe(new(null, null, TimeSpan.FromSeconds(1)), Start);

        Assert.Equal(TimeSpan.FromSeconds(40), _pace.Take(ModelPriority.Run, 1, Start).Wait);
    }

    private void Observe(long limit, long remaining, int fullIn) => _pace.Observe(new(null, new(limit, remaining, TimeSpan.FromSeconds(fullIn))), Start);

    /// <summary>To a hundredth of a second: rates are fractions.</summary>
    private static TimeSpan Round(TimeSpan wait) => TimeSpan.FromSeconds(Math.Round(wait.TotalSeconds, 2));
}
