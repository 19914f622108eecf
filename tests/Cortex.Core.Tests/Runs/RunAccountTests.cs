using System.Text.Json;
using Cortex.Core.Tests.Support;
using Cortex.Core.Tests.Tools;
using Cortex.Items;
using Cortex.Programs;
using Cortex.Programs.Templates;
using Cortex.Runs;
using Cortex.Storage.Runs;
using Cortex.Tools;
using Cortex.Tools.Ai;

namespace Cortex.Core.Tests.Runs;

/// <summary>What the state machine does about accounts, and about fields that a sync did not bring.</summary>
public sealed class RunAccountTests
{
    private static readonly ConnectionKey Own = ToolBench.Email().Connection;
    private static readonly ConnectionKey Other = ConnectionKey.For("salesforce-2", "crm");
    private static readonly Step Star = new("gmail.star", "{}");

    private readonly ScriptedAccounts _accounts = new();
    private readonly ScriptedTool _tool = new("gmail.star");
    private readonly ScriptedFetcher _fetcher = new();
    private DateTimeOffset _now = ToolBench.StartedAt;

    [Fact]
    public async Task ARefusedAuthorisation_HoldsTheRun_WithoutAnAttempt()
    {
        _tool.Results.Enqueue(new ToolResult.Held("Reconnect it."));
        var machine = Machine(Star);

        await StepAsync(machine);

        Assert.Equal((RunStatus.Waiting, (ConnectionKey?)Own, (string?)null), (machine.Run.Status, machine.Run.HeldBy, machine.Run.Error));
        Assert.Equal((StepStatus.Running, 1, "Reconnect it."), (machine.Current!.Status, machine.Current.Attempts, machine.Current.Error));
    }

    [Fact]
    public async Task AHeldRun_GoesOnWhereItWas()
    {
        _tool.Results.Enqueue(new ToolResult.Held("Reconnect it."));
        _tool.Results.Enqueue(new ToolResult.Completed("{}"));
        var machine = Machine(Star);
        await StepAsync(machine);

        machine.Resume(asNewAttempt: false);
        Assert.Null(machine.Run.HeldBy);
        await StepAsync(machine);
        machine.Advance();

        Assert.Equal((RunStatus.Completed, 1), (machine.Run.Status, machine.Run.Attempt));
    }

    [Fact]
    public async Task AnAccountThatIsNotConnectedInAWeek_FailsTheRun_WithWhatToDo()
    {
        _tool.Results.Enqueue(new ToolResult.Held("Reconnect it."));
        _tool.Results.Enqueue(new ToolResult.Held("Reconnect it."));
        var machine = Machine(Star);
        await StepAsync(machine);

        _now += TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1);
        machine.Resume(asNewAttempt: false);
        await StepAsync(machine);

        Assert.Equal((RunStatus.Failed, "Reconnect it.", (ConnectionKey?)null), (machine.Run.Status, machine.Run.Error, machine.Run.HeldBy));
    }

    [Fact]
    public async Task AnAccountThatCannotBeUsed_IsNotCalled()
    {
        _accounts.Answer = new(Own, null, new ToolResult.Held("Reconnect it."));
        var machine = Machine(Star);

        await StepAsync(machine);

        Assert.Equal((RunStatus.Waiting, (ConnectionKey?)Own), (machine.Run.Status, machine.Run.HeldBy));
        Assert.Empty(_tool.Calls);
    }

    [Fact]
    public async Task AStepAtAnotherProvider_ActsOnTheAccountThere()
    {
        _accounts.Answer = new(Other, new("salesforce-2", "crm"), null);
        var tool = new ScriptedTool("salesforce.find_record");
        tool.Results.Enqueue(new ToolResult.Held("Reconnect it."));
        var machine = Machine([new Step("salesforce.find_record", "{}")], null, Condition.Always, tool);

        await StepAsync(machine);

        Assert.Equal([(Providers.Gmail, Providers.Salesforce)], _accounts.Asked);
        Assert.Equal(new ProviderAccount("salesforce-2", "crm"), Assert.Single(tool.Calls).Account);
        Assert.Equal(Other, machine.Run.HeldBy);
    }

    [Fact]
    public async Task ACallThatWasHeldBack_IsNoAttempt()
    {
        _tool.Results.Enqueue(new ToolResult.NotDone("Nango's limit is reached.", TimeSpan.FromSeconds(40)) { IsAttempt = false });
        var machine = Machine(Star);

        await StepAsync(machine);

        Assert.Equal((RunStatus.Waiting, 1), (machine.Run.Status, machine.Current!.Attempts));
        Assert.Null(machine.Run.HeldBy);
        Assert.True(machine.Run.ResumeAt >= _now.AddSeconds(40));
    }

    [Fact]
    public async Task CallsThatFail_AreKeptWithTheirTimes_AndNothingElseIs()
    {
        _tool.Results.Enqueue(new ToolResult.Held("Reconnect it."));
        _tool.Results.Enqueue(new ToolResult.NotDone("Gmail was away."));
        _tool.Results.Enqueue(new ToolResult.Failed("Gmail refuses."));
        _tool.Results.Enqueue(new ToolResult.Completed("{}"));
        _tool.Takes = () => _now += TimeSpan.FromSeconds(2);
        var machine = Machine([Star, new("gmail.unheard_of", "{}")], null, Condition.Always, _tool);

        await StepAsync(machine);
        machine.Resume(asNewAttempt: false);
        await StepAsync(machine);
        machine.Resume(asNewAttempt: false);
        await StepAsync(machine);
        Assert.Equal(RunStatus.Failed, machine.Run.Status);
        var failed = StepFailure.Read(machine.Current!.FailuresJson);
        machine.Resume(asNewAttempt: true);
        await StepAsync(machine);
        machine.Advance(); // to the step whose tool this version does not have, which is never called

        Assert.Equal(
            [
                new(ToolBench.StartedAt.AddSeconds(2), ToolBench.StartedAt.AddSeconds(4), "Gmail was away."),
                new StepFailure(ToolBench.StartedAt.AddSeconds(4), ToolBench.StartedAt.AddSeconds(6), "Gmail refuses."),
            ],
            failed);
        Assert.Equal((1, (string?)null), (machine.Current!.Index, machine.Current.FailuresJson));
    }

    [Fact]
    public void OldFailures_AreForgotten()
    {
        var json = (string?)null;
        for (var n = 0; n < StepFailure.KeptMax + 3; n++)
        {
            json = StepFailure.Add(json, new(_now.AddSeconds(n), _now.AddSeconds(n + 1), $"Failure {n}"));
        }

        var kept = StepFailure.Read(json);
        Assert.Equal((StepFailure.KeptMax, "Failure 3", $"Failure {StepFailure.KeptMax + 2}"), (kept.Count, kept[0].Error, kept[^1].Error));
    }

    [Theory]
    [InlineData("please refund me", StepStatus.Completed)]
    [InlineData("hello", StepStatus.Skipped)]
    public async Task AFieldThatTheSyncDidNotBring_IsFetchedOnce_AndThenJudged(string body, string step)
    {
        _fetcher.Answer = new($$"""{"id":"m1","subject":"Invoice 7","body":"{{body}}"}""", null);
        _tool.Results.Enqueue(new ToolResult.Completed("{}"));
        var machine = Machine([Star], ["body"], new Comparison("body", Operator.Contains, Literal.Of("refund")), _tool);

        machine.Advance();
        Assert.Null(machine.Current);
        while (!machine.HasEnded)
        {
            await machine.CallAsync(CancellationToken.None);
            machine.Advance();
        }

        Assert.Equal(RunStatus.Completed, machine.Run.Status);
        Assert.Equal(1, _fetcher.Calls);
        Assert.Equal(step == StepStatus.Completed ? 1 : 0, _tool.Calls.Count);
        using var trigger = JsonDocument.Parse(machine.Run.ItemJson);
        Assert.Equal(body, trigger.RootElement.GetProperty("body").GetString());
        Assert.Null(RunItem.Read(machine.Run.ItemJson, Own).Missing);
    }

    [Fact]
    public async Task AProgramThatLooksAtNothingMissing_FetchesNothing()
    {
        _tool.Results.Enqueue(new ToolResult.Completed("{}"));
        var machine = Machine([Star], ["body"], new Comparison("subject", Operator.Contains, Literal.Of("Invoice")), _tool);

        await StepAsync(machine);
        machine.Advance();

        Assert.Equal((RunStatus.Completed, 0), (machine.Run.Status, _fetcher.Calls));
    }

    [Fact]
    public async Task AFieldThatOnlyATemplateShows_IsFetchedToo()
    {
        _fetcher.Answer = new("""{"id":"m1","body":"The text"}""", null);
        var tool = new ScriptedTool("gmail.send_email");
        tool.Results.Enqueue(new ToolResult.Completed("{}"));
        var machine = Machine([new Step("gmail.send_email", """{"to":"a@x.example","subject":"Copy","body":"{{ body }}"}""")], ["body"], Condition.Always, tool);

        machine.Advance();
        await machine.CallAsync(CancellationToken.None);
        machine.Advance();
        await machine.CallAsync(CancellationToken.None);

        Assert.Equal("The text", Assert.Single(tool.Calls).InputText("body"));
    }

    [Fact]
    public async Task AFetchThatFails_WaitsAsAStepWould_IsHeldAsAStepWouldBe_AndEndsWithAReason()
    {
        var machine = Machine([Star], ["body"], new Comparison("body", Operator.Contains, Literal.Of("x")), _tool);
        machine.Advance();

        _fetcher.Answer = new(null, new ToolResult.NotDone("Gmail has a failure of its own."));
        await machine.CallAsync(CancellationToken.None);
        Assert.Equal((RunStatus.Waiting, (ConnectionKey?)null), (machine.Run.Status, machine.Run.HeldBy));

        machine.Resume(asNewAttempt: false);
        machine.Advance();
        _fetcher.Answer = new(null, new ToolResult.Held("Reconnect it."));
        await machine.CallAsync(CancellationToken.None);
        Assert.Equal((RunStatus.Waiting, (ConnectionKey?)Own), (machine.Run.Status, machine.Run.HeldBy));

        machine.Resume(asNewAttempt: false);
        machine.Advance();
        _fetcher.Answer = new(null, new ToolResult.Failed("Gmail does not allow this."));
        await machine.CallAsync(CancellationToken.None);
        Assert.Equal((RunStatus.Failed, "The rest of the item could not be fetched: Gmail does not allow this."), (machine.Run.Status, machine.Run.Error));
        Assert.Empty(_tool.Calls);
    }

    private static async Task StepAsync(RunMachine machine)
    {
        machine.Advance();
        await machine.CallAsync(CancellationToken.None);
    }

    private RunMachine Machine(Step step) => Machine([step], null, Condition.Always, _tool);

    private RunMachine Machine(IReadOnlyList<Step> steps, IReadOnlyList<string>? missing, Condition where, ScriptedTool tool)
    {
        var item = ToolBench.Email() with { Missing = missing };
        var row = new RunRow(
            RunId.New(_now), new("ada"), UnitId.New(_now), "A unit", 1, DeliveryId.New(_now), item.Connection, "c-1", "google-mail-ynxw",
            RunStatus.Running, 0, 1, RunItem.Write(item), null, null, null, _now, _now, null);
        var engine = new RunEngine(
            new ToolRegistry([tool]), new TemplateRenderer(new TemplateParser()), new SemanticJudge(RunModels.Of(new ScriptedModel())), _accounts, [_fetcher], RunModels.Times, RunModels.Owner, new Clock(this));
        return new(row, [], new(1, new(Providers.Gmail, "email.received", where), steps), item, engine);
    }

    private sealed class Clock(RunAccountTests test) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => test._now;
    }

    private sealed class ScriptedAccounts : IAccounts
    {
        public AccountAnswer Answer { get; set; } = new(Own, new("google-mail-ynxw", "c-1"), null);

        public List<(string Item, string Tool)> Asked { get; } = [];

        public Task<AccountAnswer> FindAsync(RunAccount run, string provider, CancellationToken cancellationToken)
        {
            Asked.Add((run.Provider, provider));
            return Task.FromResult(Answer);
        }
    }

    private sealed class ScriptedFetcher : IItemFetcher
    {
        public string Provider => Providers.Gmail;

        public int Calls { get; private set; }

        public FetchedItem Answer { get; set; } = new(null, new ToolResult.Failed("Nothing was to be fetched."));

        public Task<FetchedItem> FetchAsync(ProviderAccount account, Item item, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromResult(Answer);
        }
    }

    private sealed class ScriptedTool(string name) : ITool
    {
        public string Name => name;

        public ToolEffect Effect => ToolEffect.Idempotent;

        public Queue<ToolResult> Results { get; } = new();

        public List<ToolCall> Calls { get; } = [];

        /// <summary>What a call does to the time.</summary>
        public Action Takes { get; set; } = () => { };

        public Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
        {
            Calls.Add(call);
            Takes();
            return Task.FromResult(Results.Dequeue());
        }

        public Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken) => Task.FromResult<ToolResult?>(null);
    }
}
