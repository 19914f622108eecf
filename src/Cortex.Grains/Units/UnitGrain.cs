using Cortex.Compilation;
using Cortex.Diagnostics;
using Cortex.Model;
using Cortex.Programs;
using Cortex.Runs;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Microsoft.Extensions.Logging;

namespace Cortex.Units;

/// <inheritdoc cref="IUnitGrain"/>
[GrainType("unit")]
internal sealed partial class UnitGrain(
    UnitStore units,
    RunStore runs,
    IProgramCompiler compiler,
    Admission admission,
    GrainSettings settings,
    ModelUsageBook usage,
    TimeProvider time,
    ILogger<UnitGrain> logger) : Grain, IUnitGrain
{
    /// <summary>Runs that one offer starts at a time.</summary>
    private const int ConcurrentStartsMax = 64;

    // Cache; read again when a caller has seen a newer revision. Replaced as a whole, so that who looks at it over several awaits sees one version of the unit.
    private ReadyUnit? _unit;

    private UnitId Id => UnitId.Parse(this.GetPrimaryKeyString());

    public async Task<IReadOnlyList<Fate>> OfferAsync(Offer offer, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Resume("offer", offer.TraceParent);
        if (_unit is null || _unit.Row.Revision < offer.UnitRevision)
        {
            await LoadAsync(cancellationToken);
        }

        var fates = new Fate[offer.Items.Count];
        if (_unit is not { } unit)
        {
            Array.Fill(fates, new Fate(FateKind.Ignored, Reason: "The automation was deleted."));
            return fates;
        }

        var matching = new List<int>();
        for (var i = 0; i < fates.Length; i++)
        {
            if (Judge(unit, offer.Items[i], offer.ReceivedAt) is { } fate)
            {
                fates[i] = fate;
            }
            else
            {
                matching.Add(i);
            }
        }

        foreach (var chunk in RunGroup.From(Id, offer.Items, matching).Chunk(ConcurrentStartsMax))
        {
            var started = await Task.WhenAll(chunk.Select(group => StartAsync(unit, offer, group, cancellationToken)));
            foreach (var (group, fate) in chunk.Zip(started))
            {
                group.Settle(fates, offer.Items, fate);
            }
        }

        return fates;
    }

    public async Task<Answer<UnitId>> SetStatusAsync(UserId user, UnitStatus status, CancellationToken cancellationToken)
    {
        if (await OwnAsync(user, cancellationToken) is not { } row)
        {
            return Refusals.NotFound("automation");
        }

        if (row.Status == status)
        {
            return row.Id;
        }

        return await SavedAsync(await units.SetStatusAsync(row, status, cancellationToken), cancellationToken);
    }

    public Task<Answer<UnitId>> EditAsync(UserId user, string? name, string? prompt, CancellationToken cancellationToken) =>
        EditAsync(user, name, prompt, shown: null, cancellationToken);

    public Task<Answer<UnitId>> EditAsShownAsync(UserId user, string? name, string prompt, string programHash, CancellationToken cancellationToken) =>
        EditAsync(user, name, prompt, programHash, cancellationToken);

    private async Task<Answer<UnitId>> EditAsync(UserId user, string? name, string? prompt, string? shown, CancellationToken cancellationToken)
    {
        if (await OwnAsync(user, cancellationToken) is not { } row)
        {
            return Refusals.NotFound("automation");
        }

        if (prompt is null || prompt == row.Prompt)
        {
            return await SavedAsync(await units.EditAsync(row, name ?? row.Name, row.Prompt, null, cancellationToken), cancellationToken);
        }

        // What it does already was agreed to when it was made.
        var result = await compiler.CompileAsync(prompt, new() { Shown = shown ?? row.ProgramHash }, cancellationToken);
        await usage.CompiledAsync(user, Id, result.Usage, null, cancellationToken);
        if (result is not CompileResult.Compiled compiled)
        {
            return result.ToRefusal();
        }

        // Other words for what it does already change nothing that would have to be confirmed.
        if (await admission.RefuseAsync(user, compiled, shown, row.ProgramHash, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await SavedAsync(await units.EditAsync(row, name ?? row.Name, prompt, compiled.ToRow(), cancellationToken), cancellationToken);
    }

    public async Task<Answer<UnitId>> DeleteAsync(UserId user, CancellationToken cancellationToken) =>
        await OwnAsync(user, cancellationToken) is { } row
            ? await SavedAsync(await units.DeleteAsync(row, cancellationToken), cancellationToken, row.Id)
            : Refusals.NotFound("automation");

    public Task<Answer<RunId>> RerunAsync(UserId user, RunId earlier, CancellationToken cancellationToken) => RerunAsync(user, earlier, rerunKey: null, cancellationToken);

    public Task<Answer<RunId>> RerunOnceAsync(UserId user, RunId earlier, string key, CancellationToken cancellationToken) =>
        RerunAsync(user, earlier, $"{earlier} {key}", cancellationToken);

    private async Task<Answer<RunId>> RerunAsync(UserId user, RunId earlier, string? rerunKey, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(user, earlier, cancellationToken) is not { } run || run.Unit != Id)
        {
            return Refusals.NotFound("run");
        }

        if (await OwnAsync(user, cancellationToken) is null || _unit is not { } unit)
        {
            return new Refusal(RefusalKind.Conflict, "The automation of this run was deleted, so it cannot run again.");
        }

        // Reruns of one automation come one after the other, so looking first is enough.
        if (rerunKey is not null && await runs.FindRerunAsync(user, rerunKey, cancellationToken) is { } made)
        {
            return made;
        }

        var id = RunId.New(time.GetUtcNow());
        var item = RunItem.Read(run.ItemJson, run.Connection);
        var start = StartOf(unit, run.Delivery, run.ProviderConfigKey, run.ConnectionId, item, run.Attempt + 1, run.TraceParent);
        await GrainFactory.Run(id).StartAsync(start with { RerunKey = rerunKey }, cancellationToken);
        return id;
    }

    /// <summary>The fate of an item that does not run, or null if it does.</summary>
    private Fate? Judge(ReadyUnit unit, Item item, DateTimeOffset receivedAt)
    {
        if (StatusHistory.Judge(unit.Row.StatusLog, unit.Row.CreatedAt, receivedAt, item.OccurredAt, time.GetUtcNow() - settings.Memory) is { } fate)
        {
            return fate;
        }

        var facts = new Facts(item.Fields, item.Previous, Missing: item.Missing);
        if (unit.Where.TruthOf(facts) != Truth.False)
        {
            // What only the model or the provider can say, the run asks for: one that hangs holds one run and nobody else.
            return null;
        }

        var verdict = unit.Where.Failure(facts);
        return new(FateKind.Filtered, Condition: verdict.Condition, Saw: verdict.Saw);
    }

    private async Task<Fate> StartAsync(ReadyUnit unit, Offer offer, RunGroup group, CancellationToken cancellationToken)
    {
        var accepted = await GrainFactory.Run(group.Run).StartAsync(
            StartOf(unit, offer.Delivery, offer.ProviderConfigKey, offer.ConnectionId, offer.Items[group.First], 1, offer.TraceParent), cancellationToken);
        if (accepted.Delivery != offer.Delivery)
        {
            return new(FateKind.Duplicate, group.Run, $"It ran before, with {accepted.Delivery}.");
        }

        LogMatched(logger, Id, group.Run, offer.Delivery);
        return new(FateKind.Ran, group.Run);
    }

    private static RunStart StartOf(ReadyUnit unit, DeliveryId delivery, string providerConfigKey, string connectionId, Item item, int attempt, string? traceParent) =>
        new(unit.Row.User, unit.Row.Id, unit.Row.Name, unit.Row.Version, unit.Program, delivery, providerConfigKey, connectionId, item, attempt, traceParent);

    /// <summary>The unit's row if this user owns it, read afresh: what a person changes must not depend on a cache.</summary>
    private async Task<UnitRow?> OwnAsync(UserId user, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return _unit is { Row: var row } && row.User == user ? row : null;
    }

    private async Task<Answer<UnitId>> SavedAsync(bool saved, CancellationToken cancellationToken, UnitId? id = null)
    {
        await LoadAsync(cancellationToken);
        return saved ? id ?? Id : Refusals.ChangedMeanwhile("automation");
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        _unit = await units.FindAsync(Id, cancellationToken) is { } row ? ReadyUnit.From(row) : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Automation matched")]
    private static partial void LogMatched(ILogger logger, UnitId unitId, RunId runId, DeliveryId eventId);
}
