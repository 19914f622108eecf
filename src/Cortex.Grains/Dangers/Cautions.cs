using Cortex.Catalog;
using Cortex.Compilation;
using Cortex.Programs;
using Cortex.Rehearsals;

namespace Cortex.Dangers;

/// <summary>Tries programs on the user's past items before they are kept. Reads stored items and nothing else: no model is asked, no provider called.</summary>
internal sealed class Cautions(Backtester backtester, DangerWords words, CortexCatalog catalog, GrainSettings settings, TimeProvider time)
{
    /// <summary>How far back is looked: as far as emails are kept by default.</summary>
    private const int Days = Backtest.DaysMax;

    /// <summary>The most items that are looked at, the newest: enough to see whether nearly all are met, and read in tens of milliseconds.</summary>
    private const int ItemsMax = 500;

    /// <summary>Items below which none or all of them may be chance.</summary>
    private const int TellingMin = 20;

    /// <summary>All that there is to say of a program.</summary>
    /// <param name="user">Whose items it is tried on.</param>
    /// <param name="compiled">The program.</param>
    /// <param name="connected">The providers that the user has an account at; without one for its trigger there is nothing to look at.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<Caution> OfAsync(UserId user, CompileResult.Compiled compiled, IReadOnlyCollection<string> connected, CancellationToken cancellationToken)
    {
        var program = compiled.Program;
        var harmful = HarmfulSteps.In(program, catalog);
        var isConnected = connected.Contains(program.Trigger.Provider);
        var tally = isConnected ? await TallyAsync(user, program, harmful, cancellationToken) : null;
        return new(harmful.Count == 0 ? null : DangerOf(compiled, harmful, tally, isConnected), tally is null ? [] : WarningsOf(program, tally));
    }

    /// <summary>What a program could hurt, or null; looks at items only if there is something.</summary>
    public async Task<Danger?> DangerAsync(UserId user, CompileResult.Compiled compiled, CancellationToken cancellationToken)
    {
        var harmful = HarmfulSteps.In(compiled.Program, catalog);
        return harmful.Count == 0 ? null : DangerOf(compiled, harmful, await TallyAsync(user, compiled.Program, harmful, cancellationToken), isConnected: true);
    }

    private Danger DangerOf(CompileResult.Compiled compiled, IReadOnlyList<Step> harmful, PastTally? tally, bool isConnected)
    {
        var items = Nouns.Several(ItemOf(compiled.Program).Label);
        var sentence = tally is not null ? words.Of(compiled.Program, harmful, tally, Days)
            : isConnected ? words.WithoutFigures(compiled.Program, harmful, $"Trying it on your past {items} took too long, so there are no figures.")
            : words.WithoutFigures(compiled.Program, harmful, $"Connect the account to try it on your past {items}.");
        return new(compiled.ProgramHash, sentence, tally?.Touched, tally?.Of, Days);
    }

    private IReadOnlyList<string> WarningsOf(CortexProgram program, PastTally tally)
    {
        if (tally.Of < TellingMin)
        {
            return [];
        }

        var items = $"the last {Nouns.Count(tally.Of, ItemOf(program).Label)}";
        return (tally.Matched, tally.Undecided) switch
        {
            (0, 0) => [$"It would have run on none of {items}."],
            var (matched, _) when matched == tally.Of => [$"It would have run on all of {items}."],
            var (matched, open) when matched + open == tally.Of && SemanticConditions.AreIn(program.Trigger.Where) =>
                [$"The model was not asked; it would have had to judge all of {items}."],
            _ => [],
        };
    }

    private async Task<PastTally?> TallyAsync(UserId user, CortexProgram program, IReadOnlyList<Step> harmful, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(settings.LookBackMax, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await backtester.TallyAsync(user, program, harmful, Days, ItemsMax, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private ItemKind ItemOf(CortexProgram program) => catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event)!.Item;
}
