using Cortex.Storage.Connections;

namespace Cortex.Connections;

/// <summary>What a connection's grain lends to a <see cref="SyncPass"/>.</summary>
/// <param name="Connection">The connection's row.</param>
/// <param name="Cursors">The grain's cursors.</param>
/// <param name="Recent">The stamps seen last.</param>
/// <param name="Write">Makes the cursors durable.</param>
internal sealed record SyncState(ConnectionRow Connection, ConnectionCursors Cursors, RecentChanges Recent, Func<Task> Write)
{
    public ModelCursor CursorOf(string model, string? variant) => Cursors.Models.GetValueOrDefault(ModelCursor.KeyOf(model, variant), ModelCursor.Start);

    public async Task SaveCursorAsync(string model, string? variant, ModelCursor cursor)
    {
        var key = ModelCursor.KeyOf(model, variant);
        if (Cursors.Models.GetValueOrDefault(key) != cursor)
        {
            Cursors.Models[key] = cursor;
            await Write();
        }
    }
}
