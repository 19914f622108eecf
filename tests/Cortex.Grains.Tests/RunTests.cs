using Cortex.Storage.Runs;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

public sealed class RunTests(GrainCluster cluster) : GrainTest(cluster)
{
    private const string Reply = "when: email from test@test.com then: reply \"Thank you\"";
    private const string Send = "when: email from test@test.com then: send an email to ops@example.com saying \"Look\"";

    [Theory]
    [InlineData("POST /proxy/gmail/v1/users/me/drafts/send")]
    [InlineData("POST /proxy/gmail/v1/users/me/drafts")]
    public async Task Step_WhoseAnswerIsLost_IsFoundDoneAndNotRepeated(string request)
    {
        await ConnectAsync();
        var unit = await UnitAsync(Send);
        await FaultAsync(new { match = request, times = 1, afterEffect = true });

        await DealtWithAsync(await SyncAsync(Email()));
        var run = await RunAsync(unit, RunStatus.Completed);

        var step = Assert.Single(await StepsAsync(run.Id));
        Assert.Equal(2, step.Attempts);
        var lost = Assert.Single(StepFailure.Read(step.FailuresJson));
        Assert.InRange(lost.CompletedAt, lost.StartedAt, step.CompletedAt!.Value);
        Assert.Equal(1, await MailboxCountAsync("to:ops@example.com"));
    }

    [Fact]
    public async Task Step_ThatIsRefusedForGood_FailsTheRun_AndARetryGoesOn()
    {
        await ConnectAsync();
        var unit = await UnitAsync(Reply);
        await FaultAsync(new { match = "POST /proxy/gmail/v1/users/me/drafts/send", times = 1, status = 400 });
        await DealtWithAsync(await SyncAsync(Email()));
        var failed = await RunAsync(unit, RunStatus.Failed);
        Assert.NotNull(failed.Error);

        Assert.False((await Cluster.Grains.Run(failed.Id).RetryAsync(User, None)).IsRefused);

        var run = await RunAsync(unit, RunStatus.Completed);
        Assert.Equal((failed.Id, 2), (run.Id, run.Attempt));
        Assert.Equal(1, await SentAsync());
    }

    [Fact]
    public async Task RetryWithAKey_IsOneRetry_HoweverOftenItIsAskedFor()
    {
        await ConnectAsync();
        var unit = await UnitAsync(Reply);
        await FaultAsync(new { match = "POST /proxy/gmail/v1/users/me/drafts/send", times = 2, status = 400 });
        await DealtWithAsync(await SyncAsync(Email()));
        var failed = await RunAsync(unit, RunStatus.Failed);

        foreach (var (key, attempt) in new[] { ("first", 2), ("first", 2), ("second", 3), ("second", 3) })
        {
            Assert.Equal(failed.Id, (await Cluster.Grains.Run(failed.Id).RetryOnceAsync(User, key, None)).Value);
            var run = await Eventually.GetAsync(async () => (await RunsAsync(unit)).FirstOrDefault(r => RunStatus.IsFinal(r.Status)));
            Assert.Equal(attempt, run.Attempt);
        }

        Assert.Equal(1, await SentAsync());
    }

    [Fact]
    public async Task RerunWithAKey_IsOneRun_HoweverOftenItIsAskedFor()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await DealtWithAsync(await SyncAsync(Email()));
        var first = await RunAsync(unit, RunStatus.Completed);

        var again = await Cluster.Grains.Unit(unit).RerunOnceAsync(User, first.Id, "key", None);
        var repeated = await Cluster.Grains.Unit(unit).RerunOnceAsync(User, first.Id, "key", None);
        var other = await Cluster.Grains.Unit(unit).RerunOnceAsync(User, again.Value, "key", None);

        Assert.Equal(again.Value, repeated.Value);
        Assert.NotEqual(again.Value, other.Value);
        await Eventually.TrueAsync(async () => (await RunsAsync(unit)).Count(r => r.Status == RunStatus.Completed) == 3);
    }

    [Fact]
    public async Task Run_ThatWaitsForItsNextTry_CanBeCanceled()
    {
        await ConnectAsync();
        var unit = await UnitAsync(Reply);
        await FaultAsync(new { match = "/proxy/gmail", times = 50, status = 503, headers = new Dictionary<string, string> { ["Retry-After"] = "20" } });
        await DealtWithAsync(await SyncAsync(Email()));
        var waiting = await RunAsync(unit, RunStatus.Waiting);
        Assert.NotNull(waiting.ResumeAt);

        Assert.False((await Cluster.Grains.Run(waiting.Id).CancelAsync(User, None)).IsRefused);

        Assert.Equal(RunStatus.Canceled, Assert.Single(await RunsAsync(unit)).Status);
        Assert.Equal(RefusalKind.NotFound, (await Cluster.Grains.Run(waiting.Id).CancelAsync(new("somebody-else"), None)).Refusal!.Kind);
    }

    [Fact]
    public async Task Rerun_MakesARunOfItsOwnForTheSameItem()
    {
        await ConnectAsync();
        var unit = await UnitAsync();
        await DealtWithAsync(await SyncAsync(Email()));
        var first = await RunAsync(unit, RunStatus.Completed);

        var again = await Cluster.Grains.Unit(unit).RerunAsync(User, first.Id, None);

        await Eventually.TrueAsync(async () => (await RunsAsync(unit)).Count(r => r.Status == RunStatus.Completed) == 2);
        var second = (await RunsAsync(unit)).Single(r => r.Id == again.Value);
        Assert.Equal((2, first.ItemJson), (second.Attempt, second.ItemJson));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_LeftBehindByACrash_IsFinishedByRecoveryWithOneEffect(bool effectTookPlace)
    {
        await ConnectAsync();
        var unit = await UnitAsync(Send);
        await DealtWithAsync(await SyncAsync(Email()));
        var done = await RunAsync(unit, RunStatus.Completed);
        if (!effectTookPlace)
        {
            // The mail that the first execution sent is taken out of the mailbox, as if it had never been sent.
            foreach (var id in await MailIdsAsync("to:ops@example.com"))
            {
                await ProxyAsync(HttpMethod.Delete, $"/proxy/gmail/v1/users/me/messages/{id}");
            }
        }

        // As kill -9 between the effect and its note leaves it.
        await using (var undo = Cluster.Db.CreateCommand(
            $"""
             UPDATE runs SET status = 'running', completed_at = NULL, updated_at = now() - interval '1 minute' WHERE id = '{done.Id.Value}';
             UPDATE run_steps SET status = 'running', output = NULL, completed_at = NULL, call_result = NULL{(effectTookPlace ? string.Empty : ", mark = NULL")} WHERE run_id = '{done.Id.Value}'
             """))
        {
            await undo.ExecuteNonQueryAsync();
        }

        await RunAsync(unit, RunStatus.Completed);
        Assert.Equal(1, await MailboxCountAsync("to:ops@example.com"));
    }

    [Fact]
    public async Task Label_IsPutOnTheEmail()
    {
        await ConnectAsync();
        var unit = await UnitAsync("when: email from test@test.com then: add label \"Tests\"");

        await DealtWithAsync(await SyncAsync(Email()));

        var step = Assert.Single(await StepsAsync((await RunAsync(unit, RunStatus.Completed)).Id));
        Assert.Contains("Tests", step.OutputJson, StringComparison.Ordinal);
        Assert.Contains(await Cluster.Sandbox.CallsAsync(Mailbox), c => ((string)c!["path"]!).EndsWith("/modify", StringComparison.Ordinal));
    }


    private async Task<int> MailboxCountAsync(string query) => (await MailIdsAsync(query)).Count;

    private async Task<List<string>> MailIdsAsync(string query)
    {
        var found = await ProxyAsync(HttpMethod.Get, $"/proxy/gmail/v1/users/me/messages?q={Uri.EscapeDataString(query)}");
        return [.. (found.Ok()["messages"]?.AsArray() ?? []).Select(m => (string)m!["id"]!)];
    }

    private Task<HttpJson.Reply> ProxyAsync(HttpMethod method, string path) => Cluster.SandboxHttp.SendAsync(
        method, path, null, ("Authorization", $"Bearer {Cluster.NangoKey}"), ("Connection-Id", Mailbox), ("Provider-Config-Key", SandboxClient.Gmail));
}
