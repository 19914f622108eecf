using Cortex.Programs;
using Cortex.Storage.Runs;

namespace Cortex.Grains.Tests;

/// <summary>On a cluster of its own, which is restarted.</summary>
public sealed class RestartTests(GrainCluster cluster) : GrainTest(cluster), IClassFixture<GrainCluster>
{
    [Fact]
    public async Task Wait_OfWhichEverySiloWasRestarted_EndsWhenItWouldHave()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, new("wait", """{"duration":"10s"}"""), new("notify.user", """{"text":"on time"}"""));
        await DealtWithAsync(await SyncAsync(Email()));
        var waiting = await RunAsync(unit, RunStatus.Waiting);

        await Cluster.RestartAsync();
        var run = await RunAsync(unit, RunStatus.Completed);

        var steps = await StepsAsync(run.Id);
        Assert.Equal((waiting.Id, waiting.ResumeAt), (run.Id, steps[0].StartedAt.AddSeconds(10)));
        Assert.True(steps[0].CompletedAt >= waiting.ResumeAt);
        Assert.All(steps, step => Assert.Equal((StepStatus.Completed, 1), (step.Status, step.Attempts)));
    }
}
