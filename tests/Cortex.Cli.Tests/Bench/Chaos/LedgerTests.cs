using Cortex.Cli.Bench.Chaos;

namespace Cortex.Cli.Tests.Bench.Chaos;

public sealed class LedgerTests
{
    private static readonly SentMail Mail = new("chaos-1", "box-1", "unit-1", ["mail"], Tries: 1, IsAcknowledged: true);
    private static readonly SeenRun Run = new("unit-1", "chaos-1", "completed", IsHeld: false, Error: null, CompletedAt: null);
    private static readonly SeenEffect Effect = new("mail", "chaos-1");

    [Fact]
    public void Close_EveryMailRanOnce_IsKept()
    {
        var ledger = Ledger.Close([Mail, Mail with { Id = "chaos-2", Tries = 3 }], [], [Run, Run with { MailId = "chaos-2" }], [Effect, Effect with { MailId = "chaos-2" }]);

        Assert.True(ledger.IsKept);
        Assert.Equal(new(2, 2, 2, 2, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0), ledger);
    }

    [Fact]
    public void Close_AcknowledgedWithoutARun_IsLost()
    {
        var ledger = Ledger.Close([Mail], [], [], []);

        Assert.Equal((1, 0, false), (ledger.Lost, ledger.Missed, ledger.IsKept));
    }

    [Fact]
    public void Close_GivenUpWithoutARun_IsMissed_AndBreaksNoPromise()
    {
        var ledger = Ledger.Close([Mail with { IsAcknowledged = false, Tries = 3 }], [], [], []);

        Assert.Equal((0, 1, 2, true), (ledger.Lost, ledger.Missed, ledger.SentAgain, ledger.IsKept));
    }

    [Fact]
    public void Close_TwoRunsOfOneMail_IsDoubled()
    {
        var ledger = Ledger.Close([Mail], [], [Run, Run], [Effect]);

        Assert.Equal((1, false), (ledger.Doubled, ledger.IsKept));
    }

    [Fact]
    public void Close_RunOfAnotherAutomation_IsNoRunOfTheMail()
    {
        var ledger = Ledger.Close([Mail], [], [Run with { UnitId = "unit-2" }], [Effect]);

        Assert.Equal((1, 1), (ledger.Lost, ledger.Doubled));
    }

    [Theory]
    [InlineData("queued", false, 1)]
    [InlineData("running", false, 1)]
    [InlineData("waiting", false, 1)]
    [InlineData("waiting", true, 0)]
    [InlineData("failed", false, 0)]
    [InlineData("canceled", false, 0)]
    public void Close_RunThatNeitherEndedNorWaitsForItsUser_IsStuck(string status, bool isHeld, int stuck)
    {
        var ledger = Ledger.Close([Mail], [], [Run with { Status = status, IsHeld = isHeld }], []);

        Assert.Equal((stuck, stuck == 0), (ledger.Stuck, ledger.IsKept));
    }

    [Fact]
    public void Close_EventThatWaits_IsStuck()
    {
        var ledger = Ledger.Close([Mail], ["box-2", "box-2"], [Run], [Effect]);

        Assert.Equal((2, false), (ledger.Stuck, ledger.IsKept));
    }

    [Theory]
    [InlineData("box-1", 0)]
    [InlineData("box-2", 1)]
    public void Close_MailWhoseEventStillWaits_IsStuckAndNotLost(string waiting, int lost)
    {
        var ledger = Ledger.Close([Mail], [waiting], [], []);

        Assert.Equal((lost, 1, false), (ledger.Lost, ledger.Stuck, ledger.IsKept));
    }

    [Fact]
    public void Close_TwoMailsOutOfOneRun_IsAnEffectTwice()
    {
        var ledger = Ledger.Close([Mail], [], [Run], [Effect, Effect, Effect]);

        Assert.Equal((2, false), (ledger.EffectsTwice, ledger.IsKept));
    }

    [Fact]
    public void Close_CompletedWithoutItsEffect_IsMissing_AndAFailedOneIsNot()
    {
        Assert.Equal((1, false), (Ledger.Close([Mail], [], [Run], []).EffectsMissing, Ledger.Close([Mail], [], [Run], []).IsKept));
        Assert.Equal(0, Ledger.Close([Mail], [], [Run with { Status = "failed" }], []).EffectsMissing);
    }

    [Theory]
    [InlineData("The email may have been sent: too many went out since to tell.", 1)]
    [InlineData("It failed. It may have taken effect all the same: look before you retry.", 1)]
    [InlineData("Gmail refused the address.", 0)]
    public void Close_FailedRunOfWhichNobodyKnows_IsUnknown(string error, int unknown)
    {
        var ledger = Ledger.Close([Mail], [], [Run with { Status = "failed", Error = error }], []);

        Assert.Equal((1, unknown, true), (ledger.Failed, ledger.Unknown, ledger.IsKept));
    }
}
