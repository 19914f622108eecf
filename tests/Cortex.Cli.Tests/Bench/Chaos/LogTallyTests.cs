using Cortex.Cli.Bench.Chaos;

namespace Cortex.Cli.Tests.Bench.Chaos;

public sealed class LogTallyTests
{
    private static readonly FaultWindow Away = new(FaultKind.StopPostgres, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));

    [Theory]
    [InlineData("""{"@t":"…","@m":"Webhook received"}""", false)]
    [InlineData("""{"@t":"…","@m":"What","@l":"Debug"}""", false)]
    [InlineData("""{"@t":"…","@m":"Health","@l":"Warning"}""", true)]
    [InlineData("""{"@t":"…","@m":"Webhook not stored","@l":"Error","@x":"…"}""", true)]
    [InlineData("   at Some.Stack.Trace()", true)]
    public void Line_IsAnAlarm_WhenItsLevelSaysSo_OrItIsNone(string line, bool isAlarm)
    {
        var tally = new LogTally();
        tally.Add("api", line, TimeSpan.FromSeconds(12));

        Assert.Equal((1, isAlarm ? 1 : 0), (tally.Count("api", Away, alarmsOnly: false), tally.Count("api", Away, alarmsOnly: true)));
    }

    [Theory]
    [InlineData("silo", 12)]
    [InlineData("api", 9)]
    [InlineData("api", 21)]
    public void Line_OfAnotherRoleOrTime_IsNotCounted(string role, int second)
    {
        var tally = new LogTally();
        tally.Add(role, "{}", TimeSpan.FromSeconds(second));

        Assert.Equal(0, tally.Count("api", Away, alarmsOnly: false));
    }
}
