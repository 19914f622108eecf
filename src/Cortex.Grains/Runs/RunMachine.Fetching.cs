using Cortex.Items;

namespace Cortex.Runs;

/// <summary>The part of a run's story that is about what the sync did not bring: it is fetched once, before the first step, and only if the program looks at it.</summary>
internal sealed partial class RunMachine
{
    private bool? _looksAtMissing;

    /// <summary>Whether something must be fetched before the run can go on.</summary>
    private bool HasMissingFields => _item.Missing is { Count: > 0 } missing && (_looksAtMissing ??= FieldUse.LooksAtAny(program, missing, engine.Templates));

    private async Task FetchMissingAsync(CancellationToken cancellationToken)
    {
        if (engine.Fetchers.FirstOrDefault(f => f.Provider == _item.Provider) is not { } fetcher)
        {
            throw new InvalidOperationException($"Nothing fetches what is missing of an item of {_item.Provider}.");
        }

        var found = await engine.Accounts.FindAsync(Account, _item.Provider, cancellationToken);
        if (found.Failure is { } unusable)
        {
            SettleWithoutStep(unusable, Fetching, found.Connection);
            return;
        }

        var fetched = await fetcher.FetchAsync(found.Account!, _item, cancellationToken);
        if (fetched.Failure is { } failure)
        {
            SettleWithoutStep(failure, Fetching, found.Connection);
            return;
        }

        _item = _item with { FieldsJson = fetched.FieldsJson!, PreviousJson = KnownFields.Before(_item.PreviousJson, fetched.FieldsJson!, _item.Missing!), Missing = null };
        Run = Run with { ItemJson = RunItem.Write(_item) };
        (_hasNewItem, _isDirty) = (true, true);
        _verdicts.ForgetAttempts();
        NoteVerdicts();
    }

    private const string Fetching = "The rest of the item could not be fetched";
}
