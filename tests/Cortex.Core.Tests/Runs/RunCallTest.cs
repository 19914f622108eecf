using Cortex.Core.Tests.Support;
using Cortex.Core.Tests.Tools;
using Cortex.Programs;
using Cortex.Programs.Templates;
using Cortex.Runs;
using Cortex.Storage.Runs;
using Cortex.Tools;
using Cortex.Tools.Ai;
using Microsoft.Extensions.Time.Testing;

namespace Cortex.Core.Tests.Runs;

/// <summary>A run of one step that sends a mail, before a tool that does what a test says.</summary>
public abstract class RunCallTest
{
    protected const string Execute = "execute";
    protected const string Find = "find";

    private protected ScriptedTool Tool { get; } = new();

    protected FakeTimeProvider Time { get; } = new(ToolBench.StartedAt);

    /// <summary>What was saved, in order.</summary>
    protected IList<RunWrite> Written { get; } = [];

    /// <summary>What saving answers.</summary>
    protected RunWritten Answer { get; set; } = RunWritten.Written;

    private protected static async Task StepAsync(RunMachine machine)
    {
        machine.Advance();
        await machine.CallAsync(CancellationToken.None);
    }

    private protected async Task BeginAsync(RunMachine machine)
    {
        machine.Advance();
        await machine.SaveAsync(CommitAsync, CancellationToken.None);
    }

    protected Task<RunWritten> CommitAsync(RunWrite write, CancellationToken cancellationToken)
    {
        Written.Add(write);
        return Task.FromResult(Answer);
    }

    private protected static StepRow Last(RunMachine machine) => machine.Steps[^1];

    private protected RunMachine Machine()
    {
        var (item, now) = (ToolBench.Email(), Time.GetUtcNow());
        return Machine(new RunRow(
            RunId.New(now), new("ada"), UnitId.New(now), "A unit", 1, DeliveryId.New(now), item.Connection, "c-1", "google-mail-ynxw",
            RunStatus.Running, 0, 1, RunItem.Write(item), null, null, null, now, now, null));
    }

    private protected RunMachine Machine(RunRow row, params StepRow[] steps)
    {
        var engine = new RunEngine(
            new ToolRegistry([Tool]), new TemplateRenderer(new TemplateParser()), new SemanticJudge(RunModels.Of(new ScriptedModel())), new OneAccount(), [], RunModels.Times, RunModels.Owner, Time);
        return new(row, steps, new(1, new(Providers.Gmail, "email.received", Condition.Always), [new("gmail.send_email", "{}")]), ToolBench.Email(), engine);
    }

    private sealed class OneAccount : IAccounts
    {
        public Task<AccountAnswer> FindAsync(RunAccount run, string provider, CancellationToken cancellationToken) =>
            Task.FromResult(new AccountAnswer(run.Connection, new("google-mail-ynxw", "c-1"), null));
    }

    private protected sealed class ScriptedTool : ITool
    {
        private readonly Queue<ToolResult> _executed = new();
        private readonly Queue<ToolResult?> _found = new();

        public string Name => "gmail.send_email";

        public ToolEffect Effect { get; set; } = ToolEffect.Findable;

        /// <summary>What it does when it is called, before it ends; it goes through the gate before it sends something.</summary>
        public Func<IStepLease, Task> Does { get; set; } = _ => Task.CompletedTask;

        /// <summary>What it does when it is asked whether it was done.</summary>
        public Func<IStepLease, Task> Looks { get; set; } = _ => Task.CompletedTask;

        public List<string> Calls { get; } = [];

        public void Executed(params IEnumerable<ToolResult> results) => results.ToList().ForEach(_executed.Enqueue);

        public void Found(params IEnumerable<ToolResult?> results) => results.ToList().ForEach(_found.Enqueue);

        public async Task<ToolResult> ExecuteAsync(ToolCall call, CancellationToken cancellationToken)
        {
            Calls.Add(Execute);
            await Does(call.Lease!);
            return _executed.Dequeue();
        }

        public async Task<ToolResult?> FindAsync(ToolCall call, CancellationToken cancellationToken)
        {
            Calls.Add(Find);
            await Looks(call.Lease!);
            return _found.Dequeue();
        }
    }
}
