using System.Runtime.CompilerServices;
using System.Text.Json;
using Cortex.Catalog;
using Cortex.Items;
using Cortex.Nango;
using Cortex.Programs;
using Cortex.Storage.Items;

namespace Cortex.Rehearsals;

/// <summary>Looks at the stored items of a user with the eyes of a program. Reads one table, and nothing else; one item is held at a time.</summary>
/// <remarks>Of each record only its last state is stored: a condition on what a change made true finds no state before, and fails saying so.</remarks>
internal sealed class Backtester(ItemStore items, LookBackGate gate, TimeProvider time)
{
    /// <summary>Stored items among which a test looks for one that matches: enough to find one in a mailbox of a few days, and read at once.</summary>
    private const int LatestMax = 200;

    /// <summary>Which of the newest stored items a program would have run on.</summary>
    /// <returns>Null if too many looks of the user are under way.</returns>
    public async Task<Backtest?> RunAsync(UserId user, CortexProgram program, int days, CancellationToken cancellationToken)
    {
        using var look = await gate.TryEnterAsync(user, cancellationToken);
        if (look is null)
        {
            return null;
        }

        var since = time.GetUtcNow() - TimeSpan.FromDays(days);
        var kind = KindOf(program);
        var stored = Stored(user, program, since, Backtest.ItemsMax, cancellationToken);
        var where = PreparedCondition.Of(program.Trigger.Where);
        var (examined, matched, undecided, nearMissed) = (0, 0, 0, 0);
        List<BacktestItem> matches = [], open = [], misses = [];
        await foreach (var (item, facts, truth, isRepeated) in Examine(stored, program, where, cancellationToken))
        {
            examined++;
            switch (truth)
            {
                case Truth.True when !isRepeated:
                    matched++;
                    Add(matches, item, kind, condition: null);
                    break;
                case Truth.Unknown when !isRepeated:
                    undecided++;
                    Add(open, item, kind, where.Report(facts));
                    break;
                case Truth.False when where.SoleFailing(facts) is { } sole:
                    nearMissed++;
                    Add(misses, item, kind, sole.Report(facts));
                    break;
            }
        }

        return new(since, examined, stored.Read < Backtest.ItemsMax, matched, undecided, nearMissed, matches, open, misses);
    }

    /// <summary>Counts on how many of the newest stored items a program would have run, and taken some of its steps. What only a run could tell is left open.</summary>
    /// <returns>Null if too many looks of the user are under way.</returns>
    public async Task<PastTally?> TallyAsync(UserId user, CortexProgram program, IReadOnlyList<Step> steps, int days, int itemsMax, CancellationToken cancellationToken)
    {
        using var look = await gate.TryEnterAsync(user, cancellationToken);
        if (look is null)
        {
            return null;
        }

        var stored = Stored(user, program, time.GetUtcNow() - TimeSpan.FromDays(days), itemsMax, cancellationToken);
        var where = PreparedCondition.Of(program.Trigger.Where);
        var conditions = steps.Select(step => PreparedCondition.Of(step.If ?? Condition.Always)).ToList();
        var isChange = CortexCatalog.Known.FindTrigger(program.Trigger.Provider, program.Trigger.Event) is { IsChange: true };
        var tally = new PastTally(steps.Count);
        await foreach (var (_, facts, truth, isRepeated) in Examine(stored, program, where, cancellationToken))
        {
            if (!isRepeated)
            {
                // Which fields a change was of is not stored.
                var known = isChange ? facts with { Missing = [.. facts.Missing ?? [], ChangedFields.Name] } : facts;
                tally.Add(isChange ? where.TruthOf(known) : truth, [.. conditions.Select(condition => condition.TruthOf(known))]);
            }
        }

        return tally;
    }

    /// <summary>The latest stored item that a program would run on, or else the latest that its trigger is about; null if there is none.</summary>
    public async Task<ItemState?> LatestAsync(UserId user, CortexProgram program, CancellationToken cancellationToken)
    {
        var stored = Stored(user, program, DateTimeOffset.UnixEpoch, LatestMax, cancellationToken);
        var where = PreparedCondition.Of(program.Trigger.Where);
        ItemState? latest = null;
        await foreach (var (item, _, truth, isRepeated) in Examine(stored, program, where, cancellationToken))
        {
            if (truth == Truth.True && !isRepeated)
            {
                return item;
            }

            latest ??= item;
        }

        return latest;
    }

    private StoredItems Stored(UserId user, CortexProgram program, DateTimeOffset since, int max, CancellationToken cancellationToken) =>
        new(items.ListOfUserAsync(user, program.Trigger.Provider, KindOf(program).Name, since, max, cancellationToken));

    /// <summary>What a program makes of each stored item that its trigger is about. The facts of one hold until the next is asked for.</summary>
    private static async IAsyncEnumerable<Examined> Examine(
        StoredItems stored, CortexProgram program, PreparedCondition where, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> series = new(StringComparer.Ordinal);
        await foreach (var item in stored.WithCancellation(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var document = JsonDocument.Parse(item.FieldsJson);
            if (!Fits(item, document.RootElement, program, out var seriesOf))
            {
                continue;
            }

            var facts = RehearsedFacts.Of(program, document.RootElement, item.Missing);
            var truth = where.TruthOf(facts);
            yield return new(item, facts, truth, IsRepeated: truth != Truth.False && seriesOf is not null && !series.Add(seriesOf));
        }
    }

    /// <summary>Whether a record in this state is news of the trigger's sort, as first seen or as changed; and of which series, if its instances run once together.</summary>
    private static bool Fits(ItemState item, JsonElement fields, CortexProgram program, out string? series)
    {
        series = null;
        if (ComesLater(program))
        {
            return true;
        }

        var normalised = new NormalisedRecord(item.Kind, item.RecordId, item.OccurredAt, item.LastModifiedAt, item.FieldsJson);
        var record = new NangoRecord(item.RecordId, fields, RecordAction.Updated, item.OccurredAt, item.LastModifiedAt, Cursor: "");
        var fitting = Happenings.Of(new(normalised, record, PreviousJson: null)).Where(happening => happening.Name == program.Trigger.Event).ToList();
        series = fitting.FirstOrDefault().Series;
        return fitting.Count > 0;
    }

    /// <summary>Whether a trigger is about what becomes of a record after it was first seen: any of the kind may have set it off.</summary>
    private static bool ComesLater(CortexProgram program) =>
        CortexCatalog.Known.FindTrigger(program.Trigger.Provider, program.Trigger.Event) is { IsChange: true } or { IsTimed: true };

    private static ItemKind KindOf(CortexProgram program) =>
        CortexCatalog.Known.FindTrigger(program.Trigger.Provider, program.Trigger.Event)?.Item
            ?? throw new InvalidOperationException($"The catalog has no trigger {program.Trigger.Provider} {program.Trigger.Event}.");

    private static void Add(List<BacktestItem> list, ItemState item, ItemKind kind, ConditionReport? condition)
    {
        if (list.Count < Backtest.ListedMax)
        {
            using var document = JsonDocument.Parse(item.FieldsJson);
            list.Add(new(item.RecordId, item.OccurredAt, ItemTitle.Of(kind, document.RootElement), condition));
        }
    }

    /// <param name="Item">The stored item.</param>
    /// <param name="Facts">What the program is shown of it.</param>
    /// <param name="Truth">What the trigger's condition says.</param>
    /// <param name="IsRepeated">Whether it is another instance of a series that runs already: they would be one run.</param>
    private readonly record struct Examined(ItemState Item, Facts Facts, Truth Truth, bool IsRepeated);

    /// <summary>Stored items, counted as they are read.</summary>
    private sealed class StoredItems(IAsyncEnumerable<ItemState> items) : IAsyncEnumerable<ItemState>
    {
        public int Read { get; private set; }

        public async IAsyncEnumerator<ItemState> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await foreach (var item in items.WithCancellation(cancellationToken))
            {
                Read++;
                yield return item;
            }
        }
    }
}
