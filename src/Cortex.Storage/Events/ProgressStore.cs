using Cortex.Storage.Connections;
using Cortex.Storage.Items;
using Npgsql;

namespace Cortex.Storage.Events;

/// <summary>Writes a <see cref="Progress"/> over the tables that it touches.</summary>
public sealed class ProgressStore(NpgsqlDataSource database)
{
    /// <summary>Writes all of it, or none.</summary>
    public async Task SaveAsync(Progress progress, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        if (progress.User is { } user)
        {
            batch.BatchCommands.Add(ConnectionStore.Touch(progress.Connection));
            if (progress.Items.Count > 0)
            {
                batch.BatchCommands.Add(ItemStore.Save(progress.Connection, user, progress.Items));
            }
        }

        foreach (var (id, fates) in progress.FatesSoFar)
        {
            batch.BatchCommands.Add(EventStore.KeepFates(id, fates));
        }

        foreach (var end in progress.Ends)
        {
            batch.BatchCommands.Add(EventStore.End(progress.User, end));
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
