using Cortex.Storage.Units;
using Cortex.Units;

namespace Cortex.Core.Tests.Units;

public sealed class StatusHistoryTests
{
    private static readonly DateTimeOffset Made = new(2026, 11, 22, 10, 0, 0, 400, TimeSpan.Zero);

    [Theory]
    [InlineData("active@0", 5, 5, null)]
    [InlineData("active@0", 5, -0.3, null)] // a stamp of whole seconds looks up to a second older than it is
    [InlineData("active@0", 5, -2, FateKind.TooOld)]
    [InlineData("active@0 paused@10", 20, 15, FateKind.Paused)]
    [InlineData("active@0 paused@10", 5, 5, FateKind.Paused)] // a pause stops what is still waiting
    [InlineData("active@0 paused@10 active@20", 25, 15, FateKind.Paused)] // it came during the pause
    [InlineData("active@0 paused@10 active@20", 15, 5, FateKind.Paused)] // its webhook came during the pause
    [InlineData("active@0 paused@10 active@20", 25, 5, null)] // it came before the pause, its webhook after
    [InlineData("active@0 paused@10 active@20", 25, 22, null)]
    [InlineData("active@0 disabled@10", 20, 20, FateKind.Paused)]
    [InlineData("active@0", 2_400_000, 60, FateKind.TooOld)] // so old that it may have run, and have been forgotten
    [InlineData("active@0", 2_300_000, 60, null)]
    public void Item_IsJudgedByTheStatusOfItsTime(string log, double receivedAfter, double occurredAfter, FateKind? expected)
    {
        var history = log.Split(' ').Select(e => e.Split('@')).Select(e => new StatusChange(e[0], Made.AddSeconds(int.Parse(e[1], System.Globalization.CultureInfo.InvariantCulture)))).ToList();

        Assert.Equal(expected, StatusHistory.Judge(history, Made, Made.AddSeconds(receivedAfter), Made.AddSeconds(occurredAfter), Made.AddSeconds(receivedAfter).AddDays(-27))?.Kind);
    }

    [Fact]
    public void WhatHappenedBeforeAllThatIsKnownOfTheStatus_IsNotSaidToBeOlderThanTheAutomation()
    {
        List<StatusChange> trimmed = [new("active", Made.AddSeconds(100)), new("paused", Made.AddSeconds(110)), new("active", Made.AddSeconds(120))];

        var fate = StatusHistory.Judge(trimmed, Made, Made.AddSeconds(130), Made.AddSeconds(50), Made.AddDays(-27))!;

        Assert.Equal(FateKind.TooOld, fate.Kind);
        Assert.Contains("the last 3 times", fate.Reason, StringComparison.Ordinal);
        Assert.Contains("before the automation was made", StatusHistory.Judge(trimmed, Made, Made.AddSeconds(130), Made.AddSeconds(-50), Made.AddDays(-27))!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatMayHaveBeenForgotten_DoesNotRun_HoweverLongItsEventHasBeenThere()
    {
        List<StatusChange> log = [new("active", Made)];
        var (received, occurred, now) = (Made.AddDays(15), Made.AddDays(1), Made.AddDays(40));

        Assert.Equal(FateKind.TooOld, StatusHistory.Judge(log, Made, received, occurred, now.AddDays(-27))?.Kind);
    }
}
