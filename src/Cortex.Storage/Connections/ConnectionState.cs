using System.Collections.Immutable;

namespace Cortex.Storage.Connections;

/// <summary>What a connection's grain works with: its row, how far everything was read, and what is due when.</summary>
/// <param name="Row">What its user sees.</param>
/// <param name="Cursors">By <see cref="ModelCursor.KeyOf"/>.</param>
/// <param name="ClockedTo">Up to when the clock was read; null while nothing waits for it.</param>
/// <param name="ClockAt">When the clock is to be read next; null if nothing waits for it.</param>
/// <param name="SyncAskedAt">When Nango was last asked to sync the account.</param>
/// <param name="SyncAt">When it is to be asked next; null if it is not.</param>
/// <param name="Now">The time of this reading, by PostgreSQL's clock, as are the clock's times; those of a sync are by the grain's.</param>
public sealed record ConnectionState(
    ConnectionRow Row,
    ImmutableDictionary<string, ModelCursor> Cursors,
    DateTimeOffset? ClockedTo,
    DateTimeOffset? ClockAt,
    DateTimeOffset? SyncAskedAt,
    DateTimeOffset? SyncAt,
    DateTimeOffset Now)
{
    /// <summary>How far a model was read.</summary>
    public ModelCursor CursorOf(string model, string? variant) => Cursors.GetValueOrDefault(ModelCursor.KeyOf(model, variant), ModelCursor.Start);

    /// <summary>The state after a model was read farther.</summary>
    public ConnectionState With(string model, string? variant, ModelCursor cursor) => this with { Cursors = Cursors.SetItem(ModelCursor.KeyOf(model, variant), cursor) };
}
