using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Storage;

namespace Cortex.Sandbox.Records;

/// <summary>The records that syncs have saved, by connection and model.</summary>
internal sealed class RecordStore(Journal journal, TimeProvider time) : IJournaled, IConnectionState
{
    private readonly Lock access = new();
    private readonly Dictionary<(string ConnectionId, string Model), RecordLog> logs = [];

    public int Count
    {
        get
        {
            lock (access)
            {
                return logs.Values.Sum(log => log.LiveCount);
            }
        }
    }

    /// <summary>The last change of any record.</summary>
    public DateTimeOffset LatestStamp
    {
        get
        {
            lock (access)
            {
                return logs.Values.Select(log => log.LastStamp).DefaultIfEmpty().Max();
            }
        }
    }

    public SyncRun Save(string connectionId, string model, IReadOnlyList<RecordInput> inputs)
    {
        lock (access)
        {
            var log = LogOf(connectionId, model);
            var (run, records) = SyncRunPlan.Make(log, inputs, time.GetUtcNow());
            journal.Append(new RecordsSaved(connectionId, model, run, records));
            log.Apply(run, records);
            return run;
        }
    }

    /// <summary>
    /// A run that reads everything anew, as the first one did. What did not change does not move, unless Nango's own records are thrown
    /// away before: then all is added again.
    /// </summary>
    public SyncRun Reset(string connectionId, string model, IReadOnlyList<RecordInput> found, bool emptyCache)
    {
        lock (access)
        {
            var log = LogOf(connectionId, model);
            var inputs = found;
            if (emptyCache)
            {
                var live = log.Read(null, null).Where(record => record.DeletedAt is null);
                inputs = [.. live.Select(record => new RecordInput(record.Id, record.Payload, false)), .. found];
                journal.Append(new RecordsCleared(connectionId, model));
                log.Clear();
            }

            var (run, records) = SyncRunPlan.Make(log, inputs, time.GetUtcNow());
            run = run with { IsInitial = true };
            journal.Append(new RecordsSaved(connectionId, model, run, records));
            log.Apply(run, records);
            return run;
        }
    }

    /// <summary>Empties the payloads up to a place, oldest change first.</summary>
    public (int Count, RecordCursor? Last) Prune(string connectionId, string model, RecordCursor until, int limit)
    {
        lock (access)
        {
            if (!logs.TryGetValue((connectionId, model), out var log))
            {
                return (0, null);
            }

            var now = time.GetUtcNow();
            var pruned = log.Read(null, null)
                .TakeWhile(record => !until.IsBefore(record))
                .Where(record => record.PrunedAt is null)
                .Take(limit)
                .Select(record => record with { PrunedAt = now })
                .ToList();
            if (pruned.Count > 0)
            {
                journal.Append(new RecordsPruned(connectionId, model, pruned));
                log.Apply(pruned);
            }

            return (pruned.Count, pruned.LastOrDefault()?.Cursor);
        }
    }

    public RecordPage Read(string connectionId, string model, RecordQuery query)
    {
        lock (access)
        {
            return logs.TryGetValue((connectionId, model), out var log) ? query.Page(log) : RecordPage.Empty;
        }
    }

    /// <summary>The models of a connection with the run that touched each last.</summary>
    public IReadOnlyList<ModelStatus> Models(string connectionId)
    {
        lock (access)
        {
            return [.. logs
                .Where(log => log.Key.ConnectionId == connectionId && log.Value.LastRun is not null)
                .Select(log => new ModelStatus(log.Key.Model, log.Value.LastRun!, log.Value.LiveCount))
                .OrderBy(status => status.Model, StringComparer.Ordinal)];
        }
    }

    public void Forget(string connectionId)
    {
        lock (access)
        {
            foreach (var key in logs.Keys.Where(key => key.ConnectionId == connectionId).ToArray())
            {
                logs.Remove(key);
            }
        }
    }

    public void Replay(JournalEntry entry)
    {
        if (entry is RecordsSaved saved)
        {
            LogOf(saved.ConnectionId, saved.Model).Apply(saved.Run, saved.Records);
        }
        else if (entry is RecordsPruned pruned)
        {
            LogOf(pruned.ConnectionId, pruned.Model).Apply(pruned.Records);
        }
        else if (entry is RecordsCleared cleared)
        {
            LogOf(cleared.ConnectionId, cleared.Model).Clear();
        }
        else if (entry is ConnectionDeleted deleted)
        {
            Forget(deleted.ConnectionId);
        }
    }

    private RecordLog LogOf(string connectionId, string model)
        => logs.TryGetValue((connectionId, model), out var log) ? log : logs[(connectionId, model)] = new RecordLog();
}
