using System.Text.Json;
using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Programs;
using Cortex.Runs;
using Cortex.Storage.Units;
using Cortex.Units;

namespace Cortex.Rehearsals;

/// <inheritdoc cref="IRehearsalGrain"/>
[GrainType("rehearsal")]
internal sealed class RehearsalGrain(UnitStore units, IProgramCompiler compiler, DryRunner dryRunner, Backtester backtester) : Grain, IRehearsalGrain
{
    /// <summary>How much of a field's name is repeated to its sender.</summary>
    private const int NameShownMax = 60;

    private const string Sample = "sample";
    private const string Stored = "stored";

    private UserId User => new(this.GetPrimaryKeyString());

    public async Task<Answer<DryRun>> TestAsync(UnitId unit, string? sampleJson, CancellationToken cancellationToken)
    {
        if (await ProgramOfAsync(unit, cancellationToken) is not { } program)
        {
            return Refusals.NotFound("automation");
        }

        var kind = CortexCatalog.Known.FindTrigger(program.Trigger.Provider, program.Trigger.Event)?.Item
            ?? throw new InvalidOperationException($"The catalog has no trigger {program.Trigger.Provider} {program.Trigger.Event}.");
        if (sampleJson is not null)
        {
            var sample = RunItem.Sample(JsonElement.Parse(sampleJson), kind);
            return UnknownField(sample, kind) is { } unknown
                ? new Refusal(RefusalKind.Invalid, $"The field '{unknown}' of event is unknown; this automation's {kind.Label} has {string.Join(", ", kind.Fields.Select(f => f.Name))}.")
                : dryRunner.Run(program, sample, [], Sample, cancellationToken);
        }

        return await backtester.LatestAsync(User, program, cancellationToken) is { } latest
            ? dryRunner.Run(program, JsonElement.Parse(latest.FieldsJson), latest.Missing, Stored, cancellationToken)
            : new Refusal(RefusalKind.Unprocessable, $"Cortex has not seen any {kind.Label} of yours that this automation is about. Give one as event.");
    }

    public async Task<Answer<Backtest>> BacktestAsync(UnitId unit, int days, CancellationToken cancellationToken) =>
        await ProgramOfAsync(unit, cancellationToken) is { } program ? await LookBackAsync(program, days, cancellationToken) : Refusals.NotFound("automation");

    public async Task<Answer<Backtest>> BacktestPromptAsync(string prompt, int days, CancellationToken cancellationToken) =>
        await compiler.CompileAsync(prompt, cancellationToken) switch
        {
            CompileResult.Compiled compiled => await LookBackAsync(compiled.Program, days, cancellationToken),
            var other => other.ToRefusal(),
        };

    private async Task<Answer<Backtest>> LookBackAsync(CortexProgram program, int days, CancellationToken cancellationToken) =>
        await backtester.RunAsync(User, program, days, cancellationToken) is { } result
            ? result
            : new Refusal(RefusalKind.TooMany, $"You have {LookBackGate.OfUserMax} looks at past items under way, which is the most. Try again when they are done.");

    private static string? UnknownField(JsonElement sample, ItemKind kind)
    {
        foreach (var field in sample.EnumerateObject())
        {
            if (kind.Find(field.Name) is null && field.Name != ItemClock.ZoneField)
            {
                return field.Name.Length <= NameShownMax ? field.Name : $"{field.Name[..NameShownMax]}…";
            }
        }

        return null;
    }

    private async Task<CortexProgram?> ProgramOfAsync(UnitId unit, CancellationToken cancellationToken) =>
        await units.FindAsync(unit, cancellationToken) is { } row && row.User == User ? ProgramJson.Parse(row.ProgramJson) : null;
}
