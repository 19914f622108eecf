using System.Text.Json.Nodes;
using Cortex.Programs;
using Cortex.Runs;
using Cortex.Storage;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Cortex.Testing;

namespace Cortex.Grains.Tests;

/// <summary>
/// Two owners of one step: a process that is stopped, or sleeps, wherever it hurts, and the activation that takes the run over when its lease is over. Whatever either does, one mail goes out.
/// A provider may take 3 s here, and a lease lasts 6 s.
/// </summary>
public sealed class MailFenceTests(GrainCluster cluster) : GrainTest(cluster)
{
    private static readonly Step Send = new("gmail.send_email", """{"to":"bob@elsewhere.example","subject":"Plan","body":"Dear Bob"}""");

    /// <summary>The first owner's request is past its gate, and takes effect after the second owner has sent the draft, or while it does.</summary>
    [Theory]
    [InlineData(9_000, 0)]
    [InlineData(7_000, 2_500)]
    public async Task RequestThatTakesEffectAfterItsLease_SendsNoSecondMail(int firstTakesMs, int secondTakesMs)
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Send);
        await FaultAsync(new { match = "/drafts/send", times = 1, delayMs = firstTakesMs });
        await FaultAsync(new { match = "/drafts/send", times = 1, delayMs = secondTakesMs });
        var sleeper = await BeginAsync(unit, Cluster.Part<RunWriter>().CommitAsync);
        var call = sleeper.CallAsync(None);

        await Cluster.Grains.Run(sleeper.Run.Id).PokeAsync(None);
        var run = await RunAsync(unit, RunStatus.Completed);
        await call;

        // The late one finds no draft; it is the one of the two whose answer nobody waits for.
        Assert.Equal([200, 404], (await Eventually.GetAsync(async () => await AnswersOfSendAsync() is { Count: 2 } both ? both : null)).Order());
        await AssertSentOnceAsync(run);
        Assert.Equal(1, run.Takeovers);

        // The sleeper wakes, and is told that the run goes on elsewhere.
        Assert.Equal(RunWritten.Lost, await sleeper.SaveAsync(Cluster.Part<RunWriter>().CommitAsync, None));
    }

    /// <summary>Each of the two requests takes nearly as long as a provider may, and both together longer than a tool may that has not got on.</summary>
    [Fact]
    public async Task MailWhoseRequestsAreBothSlow_IsSentAtTheFirstTry()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Send);
        await FaultAsync(new { match = "/gmail/v1/users/me/drafts", times = 2, delayMs = 2_500 });

        await DealtWithAsync(await SyncAsync(Email()));
        var run = await RunAsync(unit, RunStatus.Completed);

        await AssertSentOnceAsync(run);
        var step = Assert.Single(await StepsAsync(run.Id));
        Assert.Equal((1, null), (step.Attempts, step.FailuresJson));
    }

    /// <summary>The draft is there, and nobody knows its id.</summary>
    [Fact]
    public async Task CrashBeforeTheDraftIsKnown_LeavesOneThatIsFoundAndSent()
    {
        var run = await AfterACrashAsync(isMarkKept: false);

        Assert.Equal(1, await CountAsync("POST", "/drafts"));
        await AssertSentOnceAsync(run);
    }

    /// <summary>Neither is anything looked for, nor another draft made.</summary>
    [Fact]
    public async Task CrashBeforeTheDraftIsSent_LeavesItsId_AndItIsSent()
    {
        var run = await AfterACrashAsync(isMarkKept: true);

        Assert.Equal((1, 0, 0), (await CountAsync("POST", "/drafts"), await CountAsync("GET", "/drafts"), await CountAsync("GET", "/messages")));
        await AssertSentOnceAsync(run);
    }

    [Fact]
    public async Task DraftThatItsUserDeletedMeanwhile_IsNotSent_AndTheRunSaysSo()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Send);
        var left = await CrashAsync(unit, isMarkKept: true);
        var draft = Assert.Single((await GmailAsync("drafts"))["drafts"]!.AsArray())!;
        Assert.Equal(204, (await ProxyAsync(HttpMethod.Delete, $"drafts/{draft["id"]}")).Status);

        await Cluster.Grains.Run(left).PokeAsync(None);

        Assert.Contains("its draft was deleted in Gmail before it went out", (await RunAsync(unit, RunStatus.Failed)).Error, StringComparison.Ordinal);
        Assert.Equal(0, await SentAsync());
    }

    [Fact]
    public async Task DraftThatIsRefused_IsTakenAway_AndARetrySendsAnother()
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Send);
        await FaultAsync(new { match = "/drafts/send", times = 1, status = 400 });
        await DealtWithAsync(await SyncAsync(Email()));
        var failed = await RunAsync(unit, RunStatus.Failed);
        Assert.Null((await GmailAsync("drafts"))["drafts"]);
        Assert.Null(Assert.Single(await StepsAsync(failed.Id)).Mark);

        await Cluster.Grains.Run(failed.Id).RetryAsync(User, None);

        await AssertSentOnceAsync(await RunAsync(unit, RunStatus.Completed));
    }

    private async Task<RunRow> AfterACrashAsync(bool isMarkKept)
    {
        await ConnectAsync();
        var unit = await ProgramUnitAsync(Condition.Always, Send);
        var left = await CrashAsync(unit, isMarkKept);

        await Cluster.Grains.Run(left).PokeAsync(None);
        return await RunAsync(unit, RunStatus.Completed);
    }

    /// <summary>An owner that is gone as soon as it has made its draft, before or after the draft's id is on disk.</summary>
    private async Task<RunId> CrashAsync(UnitId unit, bool isMarkKept)
    {
        var writer = Cluster.Part<RunWriter>();
        var owner = await BeginAsync(unit, async (write, cancellationToken) =>
        {
            var isMark = write.Steps.Any(step => step.Mark is not null);
            if (!isMark || isMarkKept)
            {
                await writer.CommitAsync(write, cancellationToken);
            }

            return isMark ? throw new StorageException(StorageFault.Away, "The process is gone.") : RunWritten.Written;
        });
        await Assert.ThrowsAsync<StorageException>(() => owner.CallAsync(None));
        return owner.Run.Id;
    }

    /// <summary>A run whose step has begun in another process than the cluster's, which shares its tables and its provider.</summary>
    private async Task<RunMachine> BeginAsync(UnitId unit, CommitRun commit)
    {
        var now = TimeProvider.System.GetUtcNow();
        var item = new Item(Key, Providers.Gmail, "email.received", "email", "m1", "received", now, """{"id":"m1","from":"test@test.com","subject":"Hello"}""");
        var row = new RunRow(
            RunId.New(now), User, unit, "A unit", 1, DeliveryId.New(now), Key, Mailbox, SandboxClient.Gmail, RunStatus.Running, 0, 1, RunItem.Write(item), null, null, null, now, now, null);
        var program = (await new UnitStore(Cluster.Db).FindProgramAsync(unit, 1, None))!;
        var machine = new RunMachine(row, [], ProgramJson.Parse(program), item, Cluster.Part<RunEngine>() with { Owner = new("a process that sleeps") });
        machine.Advance();
        Assert.Equal(RunWritten.Written, await machine.SaveAsync(commit, None));
        return machine;
    }

    private async Task AssertSentOnceAsync(RunRow run)
    {
        var sent = Assert.Single((await GmailAsync("messages?labelIds=SENT"))["messages"]!.AsArray())!;
        Assert.Equal((string)sent["id"]!, (string)JsonNode.Parse(Assert.Single(await StepsAsync(run.Id)).OutputJson!)!["id"]!);
        Assert.Null((await GmailAsync("drafts"))["drafts"]);
    }

    private async Task<List<int>> AnswersOfSendAsync() =>
        [.. (await Cluster.Sandbox.CallsAsync(Mailbox)).Where(call => ((string)call!["path"]!).EndsWith("/drafts/send", StringComparison.Ordinal)).Select(call => (int)call!["status"]!)];

    private async Task<int> CountAsync(string method, string end) =>
        (await Cluster.Sandbox.CallsAsync(Mailbox)).Count(call => (string)call!["method"]! == method && ((string)call["path"]!).EndsWith(end, StringComparison.Ordinal));

    private async Task<JsonNode> GmailAsync(string path) => (await ProxyAsync(HttpMethod.Get, path)).Ok();

    private Task<HttpJson.Reply> ProxyAsync(HttpMethod method, string path) => Cluster.SandboxHttp.SendAsync(
        method, $"/proxy/gmail/v1/users/me/{path}", null, ("Authorization", $"Bearer {Cluster.NangoKey}"), ("Connection-Id", Mailbox), ("Provider-Config-Key", SandboxClient.Gmail));
}
