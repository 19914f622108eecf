using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Webhooks;

namespace Cortex.Sandbox.Actions;

/// <summary>
/// The actions that nobody waits for: one at a time in the whole environment, each told by a webhook when it is over. Their outcomes live
/// in memory; beyond the limit the oldest is forgotten.
/// </summary>
internal sealed partial class ActionQueue(
    WebhookSender webhooks, IHostApplicationLifetime lifetime, ILogger<ActionQueue> logger)
{
    public const int OutcomesMax = 1_000;

    /// <summary>Actions that may wait for their turn.</summary>
    public const int WaitingMax = 500;

    private readonly Lock access = new();
    private readonly Dictionary<Guid, ActionOutcome?> outcomes = [];
    private readonly Queue<Guid> oldestFirst = new();
    private int waiting;
    private Task last = Task.CompletedTask;

    /// <summary>The id under which the outcome can be asked for; null when too many wait already.</summary>
    public Guid? Add(Connection connection, int retries, Func<CancellationToken, Task<ActionOutcome>> run)
    {
        var id = Guid.NewGuid();
        lock (access)
        {
            if (waiting == WaitingMax)
            {
                return null;
            }

            waiting++;
            outcomes[id] = null;
            oldestFirst.Enqueue(id);
            if (oldestFirst.Count > OutcomesMax)
            {
                outcomes.Remove(oldestFirst.Dequeue());
            }

            last = RunAsync(last, id, connection, retries, run);
        }

        return id;
    }

    /// <summary>Null while it is not over, and when there is none of this id.</summary>
    public ActionOutcome? Find(Guid id)
    {
        lock (access)
        {
            return outcomes.GetValueOrDefault(id);
        }
    }

    private async Task RunAsync(Task before, Guid id, Connection connection, int retries, Func<CancellationToken, Task<ActionOutcome>> run)
    {
        try
        {
            await before.WaitAsync(lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            var outcome = await run(lifetime.ApplicationStopping);
            for (var attempt = 0; attempt < retries && outcome.Status >= StatusCodes.Status400BadRequest; attempt++)
            {
                outcome = await run(lifetime.ApplicationStopping);
            }

            lock (access)
            {
                outcomes[id] = outcome;
            }

            await webhooks.SendAsync(WebhookBodies.AsyncAction(connection, id), 1, lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogStopped(id);
        }
        catch (Exception fault)
        {
            // Nobody awaits the queue, so nothing but this line would tell.
            LogFailed(id, fault);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Action {Id} is lost: the sandbox is stopping")]
    private partial void LogStopped(Guid id);

    [LoggerMessage(2, LogLevel.Error, "Action {Id} failed")]
    private partial void LogFailed(Guid id, Exception fault);
}
