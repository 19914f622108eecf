using Cortex.Storage.Connections;
using Cortex.Storage.Items;
using Npgsql;

namespace Cortex.Storage.Deliveries;

/// <summary>Writes a <see cref="Progress"/> over the tables that it touches.</summary>
public sealed class ProgressStore(NpgsqlDataSource database)
{
    /// <summary>Writes all of it, or none; except that a record whose state PostgreSQL refuses is left out, so that nothing waits for it for ever.</summary>
    /// <returns>The records that were left out.</returns>
    public async Task<IReadOnlyList<ItemState>> SaveAsync(Progress progress, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(progress, cancellationToken);
            return [];
        }
        catch (StorageException e) when (e.Fault == StorageFault.Refused && progress.Items.Count > 0)
        {
            return await WriteOneByOneAsync(progress, cancellationToken);
        }
    }

    /// <summary>First the states one by one, then the rest: after a crash between them they are found, and written again.</summary>
    private async Task<IReadOnlyList<ItemState>> WriteOneByOneAsync(Progress progress, CancellationToken cancellationToken)
    {
        List<ItemState> refused = [];
        foreach (var item in progress.Items)
        {
            try
            {
                await WriteAsync(new(progress.Connection, progress.User) { Items = [item] }, cancellationToken);
            }
            catch (StorageException e) when (e.Fault == StorageFault.Refused)
            {
                refused.Add(item);
            }
        }

        await WriteAsync(progress with { Items = [] }, cancellationToken);
        return refused;
    }

    private async Task WriteAsync(Progress progress, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        if (progress.Clock is { } reading)
        {
            batch.BatchCommands.Add(ConnectionStore.KeepClock(progress.Connection, reading));
        }
        else if (progress.User is { } user)
        {
            batch.BatchCommands.Add(ConnectionStore.Advance(progress));
            if (progress.Items.Count > 0)
            {
                batch.BatchCommands.Add(ItemStore.Save(progress.Connection, user, progress.Items));
            }
        }

        foreach (var page in progress.Pages)
        {
            batch.BatchCommands.Add(DeliveryStore.Began(page.Delivery));
            batch.BatchCommands.Add(DeliveryStore.KeepPage(page));
        }

        foreach (var end in progress.Ends)
        {
            batch.BatchCommands.Add(DeliveryStore.End(progress.User, end));
        }

        if (progress.Ends.Count > 0)
        {
            batch.BatchCommands.Add(DeliveryStore.DropPages(progress.Ends));
        }

        foreach (var added in progress.Added)
        {
            batch.BatchCommands.Add(DeliveryStore.Add(added, progress.User!.Value));
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteAsync(cancellationToken);
        }
    }
}
