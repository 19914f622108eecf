using Cortex.Model;
using Cortex.Storage.Runs;

namespace Cortex.Grains.Tests;

/// <summary>Prompts that need the model, while it takes its time or is away.</summary>
public sealed class CompilingTests(GrainCluster cluster) : GrainTest(cluster)
{
    private readonly string _word = $"w{Guid.NewGuid():N}";

    private string NeedsModel => $"whenever {_word} shows its face, please see to it";

    [Fact]
    public async Task Preview_ThatWaitsForTheModel_HoldsNobodyUp()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reply = new TaskCompletionSource<ModelReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        Cluster.Model.When(_word, _ =>
        {
            asked.SetResult();
            return reply.Task;
        });
        await ConnectAsync();

        var preview = Cluster.Grains.User(User).PreviewAsync(NeedsModel, CancellationToken.None);
        await asked.Task;
        var created = await Cluster.Grains.User(User).CreateUnitAsync(new("Quiet", "when: email from test@test.com then: do nothing", null, null), CancellationToken.None);

        Assert.False(created.IsRefused);
        Assert.False(preview.IsCompleted);
        reply.SetResult(new ModelReply.Failed(ModelFailure.Unavailable, "It is away."));
        var refusal = (await preview).Refusal!;
        Assert.Equal(new Refusal(RefusalKind.Unavailable, "It is away."), refusal with { Repair = null });
        Assert.NotEmpty(refusal.Repair!.LeftOver);
    }

    [Fact]
    public async Task Edit_ThatWaitsForTheModel_HoldsNoItemUp_AndLosesToAChangeMadeMeanwhile()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reply = new TaskCompletionSource<ModelReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        Cluster.Model.When(_word, _ =>
        {
            asked.SetResult();
            return reply.Task;
        });
        await ConnectAsync();
        var unit = await UnitAsync();

        var edit = Cluster.Grains.Unit(unit).EditAsync(User, null, $"when an email arrives from ana@x.example, label it paper {_word}", CancellationToken.None);
        await asked.Task;
        await DealtWithAsync(await SyncAsync(Email()));
        await RunAsync(unit, RunStatus.Completed);
        await SetStatusAsync(unit, UnitStatus.Paused);

        Assert.False(edit.IsCompleted);
        reply.SetResult(new ModelReply.Failed(ModelFailure.Unavailable, "It is away."));
        Assert.Equal(RefusalKind.Conflict, (await edit).Refusal!.Kind);
        Assert.Equal(UnitStatus.Paused, (await RowAsync(unit)).Status);
    }

    [Fact]
    public async Task PreviewAtOnce_SaysWhatTheBuiltInCompilerSays_WhileTheModelIsAsked()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reply = new TaskCompletionSource<ModelReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        Cluster.Model.When(_word, _ =>
        {
            asked.SetResult();
            return reply.Task;
        });
        var prompt = $"When I get an email from ana@x.example, star it and see to {_word}";
        var preview = Cluster.Grains.User(User).PreviewAsync(prompt, CancellationToken.None);
        await asked.Task;

        var refusal = (await Cluster.Grains.User(User).PreviewAtOnceAsync(prompt, CancellationToken.None)).Refusal!;

        Assert.False(preview.IsCompleted);
        Assert.Equal(RefusalKind.Unprocessable, refusal.Kind);
        Assert.NotEmpty(refusal.Repair!.Suggestions);
        reply.SetResult(new ModelReply.Failed(ModelFailure.Unavailable, "It is away."));
        Assert.Equivalent(refusal.Repair, (await preview).Refusal!.Repair);
        Assert.Equal(1, Cluster.Model.AskedFor(_word));
    }

    [Fact]
    public async Task PromptThatIsNotCertain_WhileTheModelIsAway_IsKeptAsRead_AndThePreviewSaysSo()
    {
        Cluster.Model.When(_word, _ => Task.FromResult<ModelReply>(new ModelReply.Failed(ModelFailure.Unavailable, "It is away.")));
        await ConnectAsync();
        var prompt = $"when an email arrives from ana@x.example, label it paper {_word}";

        var preview = (await Cluster.Grains.User(User).PreviewAsync(prompt, CancellationToken.None)).Value!;
        var shown = await Cluster.Grains.User(User).CreateUnitAsync(new("Shown", prompt, preview.ProgramHash, null), CancellationToken.None);
        var unshown = await Cluster.Grains.User(User).CreateUnitAsync(new("Unshown", prompt, null, null), CancellationToken.None);

        Assert.Equal("builtin", preview.Compiler);
        Assert.Contains(preview.Warnings, warning => warning.Contains("It is away.", StringComparison.Ordinal));
        Assert.False(shown.IsRefused);
        Assert.False(unshown.IsRefused);
        Assert.Equal(2, Cluster.Model.AskedFor(_word));
    }

    [Fact]
    public async Task Backtest_OfAPromptWhoseModelIsAway_SaysSo()
    {
        Cluster.Model.When(_word, _ => Task.FromResult<ModelReply>(new ModelReply.Failed(ModelFailure.RateLimited, "Wait.", TimeSpan.FromSeconds(9))));

        var answer = await Cluster.Grains.Rehearsal(User).BacktestPromptAsync(NeedsModel, 1, CancellationToken.None);

        Assert.Equal(new Refusal(RefusalKind.Unavailable, "Wait.", RetryAfter: TimeSpan.FromSeconds(9)), answer.Refusal! with { Repair = null });
    }

    [Fact]
    public async Task Limits_AreOneForAllSilos()
    {
        var model = Cluster.Grains.LanguageModel();

        await model.ReportAsync(new(null, new(8_000, 1_000, TimeSpan.FromSeconds(52.5)), TimeSpan.FromHours(1), IsOfTheDay: true), CancellationToken.None);
        var verdict = await model.TakeAsync(ModelPriority.Run, 1_000, CancellationToken.None);

        Assert.True(verdict.IsOfTheDay);
        Assert.InRange(verdict.Wait, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        Assert.Equal(new ModelStatus(null, false, null), await model.ReadStatusAsync(CancellationToken.None));
    }
}
