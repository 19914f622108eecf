using Cortex.Compilation;
using Cortex.Connections;
using Cortex.Dangers;
using Cortex.Diagnostics;
using Cortex.Model;
using Cortex.Programs;
using Cortex.Runs;
using Cortex.Storage.Connections;
using Cortex.Storage.Runs;
using Cortex.Storage.Units;
using Microsoft.Extensions.Logging;

namespace Cortex.Units;

/// <inheritdoc cref="IUnitGrain"/>
[GrainType("unit")]
internal sealed partial class UnitGrain(
    UnitStore units,
    RunStore runs,
    ConnectionStore connections,
    IProgramCompiler compiler,
    Capabilities capabilities,
    Cautions cautions,
    GrainSettings settings,
    ModelUsageBook usage,
    ClockWake clocks,
    TimeProvider time,
    ILogger<UnitGrain> logger) : Grain, IUnitGrain
{
    /// <summary>Runs that one offer starts at a time.</summary>
    private const int ConcurrentStartsMax = 64;

    // Cache of the unit's row, its program parsed; read again when a caller has seen a newer revision.
    private UnitRow? _row;
    private CortexProgram? _program;
    private PreparedCondition? _where;

    private UnitId Id => UnitId.Parse(this.GetPrimaryKeyString());

    public async Task<IReadOnlyList<Fate>> OfferAsync(Offer offer, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Resume("offer", offer.TraceParent);
        if (_row is null || _row.Revision < offer.UnitRevision)
        {
            await LoadAsync(cancellationToken);
        }

        var fates = new Fate[offer.Items.Count];
        if (_row is null)
        {
            Array.Fill(fates, new Fate(FateKind.Ignored, Reason: "The automation was deleted."));
            return fates;
        }

        var matching = new List<int>();
        for (var i = 0; i < fates.Length; i++)
        {
            if (Judge(offer.Items[i], offer.ReceivedAt) is { } fate)
            {
                fates[i] = fate;
            }
            else
            {
                matching.Add(i);
            }
        }

        foreach (var chunk in RunGroup.Of(Id, offer.Items, matching).Chunk(ConcurrentStartsMax))
        {
            var started = await Task.WhenAll(chunk.Select(group => StartAsync(offer, group, cancellationToken)));
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

        if (capabilities.Refuse(compiled.Program) is { } refusal)
        {
            return refusal;
        }

        if (shown is not null && shown != compiled.ProgramHash)
        {
            return Refusals.PreviewOutdated;
        }

        if (Requirements.Missing(compiled.Program, await connections.ListProvidersAsync(user, cancellationToken)) is [var provider, ..])
        {
            return Refusals.NoConnection(provider);
        }

        // Other words for what it does already change nothing that would have to be confirmed.
        if (shown is null && compiled.ProgramHash != row.ProgramHash && await cautions.DangerAsync(user, compiled, cancellationToken) is { } danger)
        {
            return Refusals.NeedsConfirmation(danger);
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

        if (await OwnAsync(user, cancellationToken) is null)
        {
            return new Refusal(RefusalKind.Conflict, "The automation of this run was deleted, so it cannot run again.");
        }

        // Reruns of one automation come one after the other, so looking first is enough.
        if (rerunKey is not null && await runs.FindRerunAsync(user, rerunKey, cancellationToken) is { } made)
        {
            return made;
        }

        var id = RunId.New(time.GetUtcNow());
        var item = RunTrigger.Read(run.TriggerJson, run.Connection);
        var start = Start(run.Event, run.ProviderConfigKey, run.ConnectionId, item, run.Attempt + 1, run.TraceParent);
        await GrainFactory.Run(id).StartAsync(start with { RerunKey = rerunKey }, cancellationToken);
        return id;
    }

    /// <summary>The fate of an item that does not run, or null if it does.</summary>
    private Fate? Judge(Item item, DateTimeOffset receivedAt)
    {
        if (StatusHistory.Judge(_row!.StatusLog, receivedAt, item.OccurredAt, settings.Memory) is { } fate)
        {
            return fate;
        }

        var facts = new Facts(item.Fields, item.Previous, Missing: item.Missing);
        if (_where!.TruthOf(facts) != Truth.False)
        {
            // What only the model or the provider can say, the run asks for: one that hangs holds one run and nobody else.
            return null;
        }

        var verdict = _where.Failure(facts);
        return new(FateKind.Filtered, Condition: verdict.Condition, Saw: verdict.Saw);
    }

    private async Task<Fate> StartAsync(Offer offer, RunGroup group, CancellationToken cancellationToken)
    {
        var accepted = await GrainFactory.Run(group.Run).StartAsync(
            Start(offer.Event, offer.ProviderConfigKey, offer.ConnectionId, offer.Items[group.First], 1, offer.TraceParent), cancellationToken);
        if (accepted.Event != offer.Event)
        {
            return new(FateKind.Duplicate, group.Run, $"It ran before, with {accepted.Event}.");
        }

        LogMatched(logger, Id, group.Run, offer.Event);
        return new(FateKind.Ran, group.Run);
    }

    private RunStart Start(EventId eventId, string providerConfigKey, string connectionId, Item item, int attempt, string? traceParent) =>
        new(_row!.User, Id, _row.Name, _row.Version, _program!, eventId, providerConfigKey, connectionId, item, attempt, traceParent);

    /// <summary>The unit's row if this user owns it, read afresh: what a person changes must not depend on a cache.</summary>
    private async Task<UnitRow?> OwnAsync(UserId user, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return _row is { } row && row.User == user ? row : null;
    }

    private async Task<Answer<UnitId>> SavedAsync(bool saved, CancellationToken cancellationToken, UnitId? id = null)
    {
        await LoadAsync(cancellationToken);
        if (_program is not null)
        {
            await clocks.WakeAsync(_row!.User, _program.Trigger, cancellationToken);
        }

        return saved ? id ?? Id : Refusals.ChangedMeanwhile("automation");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _row = await units.FindAsync(Id, cancellationToken);
        _program = _row is null ? null : ProgramJson.Parse(_row.ProgramJson);
        _where = _program is null ? null : PreparedCondition.Of(_program.Trigger.Where);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Automation matched")]
    private static partial void LogMatched(ILogger logger, UnitId unitId, RunId runId, EventId eventId);
}
