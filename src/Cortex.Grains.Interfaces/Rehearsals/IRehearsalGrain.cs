using Orleans.Concurrency;

namespace Cortex;

/// <summary>Shows one user what automations would do. Key: <see cref="UserId"/>.</summary>
/// <remarks>It reads, and nothing else: no run is made, no provider and no model asked. A grain of its own, so that a long look back delays nothing that the user changes; and as it keeps no state, a test does not wait for a look back. Looks back of one user follow one another, and too many are refused with <see cref="RefusalKind.TooMany"/>.</remarks>
[Alias("cortex.rehearsal")]
public interface IRehearsalGrain : IGrainWithStringKey
{
    /// <summary>Goes through a unit with one item.</summary>
    /// <param name="unit">One of the user's.</param>
    /// <param name="sampleJson">The item's fields as one JSON object; null for the latest stored item, one that matches before others.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What would happen; <see cref="RefusalKind.Invalid"/> for a field that the item has not, <see cref="RefusalKind.Unprocessable"/> when no item is stored.</returns>
    [Alias("test")]
    [AlwaysInterleave]
    Task<Answer<DryRun>> TestAsync(UnitId unit, string? sampleJson, CancellationToken cancellationToken);

    /// <summary>Looks which stored items of the past days a unit would have run on.</summary>
    [Alias("backtest-unit")]
    [AlwaysInterleave]
    Task<Answer<Backtest>> BacktestAsync(UnitId unit, int days, CancellationToken cancellationToken);

    /// <summary>The same for a prompt that is no unit yet.</summary>
    [Alias("backtest-prompt")]
    [AlwaysInterleave]
    Task<Answer<Backtest>> BacktestPromptAsync(string prompt, int days, CancellationToken cancellationToken);
}
