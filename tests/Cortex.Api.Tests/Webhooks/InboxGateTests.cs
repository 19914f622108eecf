using Cortex.Api.Webhooks;
using Cortex.Hosting;
using Cortex.Storage;
using Cortex.Storage.Deliveries;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Cortex.Api.Tests.Webhooks;

/// <summary>What waits to be stored, while nothing can be.</summary>
public sealed class InboxGateTests
{
    private const int Part = (int)(InboxGate.BytesWaitingMax / 4);

    [Fact]
    public async Task Bytes_ThatWait_AreBounded_AndFreeAgainWhenTheirWaitIsOver()
    {
        await using var database = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={FreePort.Find()}");
        using var inbox = new DeliveryInbox(database);
        var gate = new InboxGate(inbox, new FakeTimeProvider());
        var payload = new byte[Part];
        List<Task> waiting = [.. Enumerable.Range(0, 4).Select(_ => gate.CommitAsync(Delivery(payload)))];

        await Assert.ThrowsAsync<QueueFullException>(() => gate.CommitAsync(Delivery([0])));
        await Assert.ThrowsAsync<QueueFullException>(() => gate.CommitAsync(Delivery(payload)));
        Assert.All(waiting, commit => Assert.False(commit.IsCompleted));

        // PostgreSQL is not there, and all of them learn it.
        await inbox.StartAsync(CancellationToken.None);
        foreach (var commit in waiting)
        {
            await Assert.ThrowsAsync<StorageException>(() => commit);
        }

        await Assert.ThrowsAsync<StorageException>(() => gate.CommitAsync(Delivery(payload)));
        await inbox.StopAsync(CancellationToken.None);
    }

    private static NewDelivery Delivery(byte[] payload) => new(DeliveryId.New(DateTimeOffset.UnixEpoch), null, null, null, "sync", null, payload, null, null);
}
