using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Tests.Webhooks;

public sealed class CircuitBreakerTests
{
    private static readonly DateTimeOffset Start = new(2026, 8, 21, 18, 40, 0, TimeSpan.Zero);

    private readonly CircuitBreaker circuit = new();

    [Fact]
    public void Circuit_FiveFailures_StaysClosed()
    {
        Fail(5, Start);

        Assert.True(circuit.TryPass(Start));
    }

    [Fact]
    public void Circuit_SixFailuresInTenSeconds_OpensForAMinute()
    {
        Fail(6, Start);

        Assert.False(circuit.TryPass(Start));
        Assert.False(circuit.TryPass(Start.AddSeconds(59)));
        Assert.True(circuit.TryPass(Start.AddSeconds(60)));
    }

    [Fact]
    public void Circuit_SixFailuresSpreadWider_StaysClosed()
    {
        for (var second = 0; second < 18; second += 3)
        {
            Fail(1, Start.AddSeconds(second));
        }

        Assert.True(circuit.TryPass(Start.AddSeconds(18)));
    }

    [Fact]
    public void Circuit_WhileTheTrialRuns_LetsNobodyElsePass()
    {
        Fail(6, Start);
        var later = Start.AddSeconds(60);

        Assert.True(circuit.TryPass(later));
        Assert.False(circuit.TryPass(later));
    }

    [Fact]
    public void Circuit_TrialFails_OpensAgain()
    {
        Fail(6, Start);
        var later = Start.AddSeconds(60);
        circuit.TryPass(later);

        circuit.Report(succeeded: false, later);

        Assert.False(circuit.TryPass(later.AddSeconds(59)));
        Assert.True(circuit.TryPass(later.AddSeconds(60)));
    }

    [Fact]
    public void Circuit_TrialSucceeds_Closes()
    {
        Fail(6, Start);
        var later = Start.AddSeconds(60);
        circuit.TryPass(later);

        circuit.Report(succeeded: true, later);

        Assert.True(circuit.TryPass(later));
        Assert.True(circuit.TryPass(later));
    }

    private void Fail(int times, DateTimeOffset at)
    {
        for (var time = 0; time < times; time++)
        {
            circuit.Report(succeeded: false, at);
        }
    }
}
