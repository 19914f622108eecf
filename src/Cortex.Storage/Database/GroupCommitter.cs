using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Cortex.Storage;

/// <summary>
/// Lets many concurrent writers share one transaction, and so one flush of PostgreSQL's log to disk.
/// </summary>
/// <remarks>
/// <para>No timer: while one batch is being committed the next one gathers, so a lone write waits for nothing and a crowd shares.</para>
/// <para>A write is answered when its transaction is committed, and only then. When PostgreSQL refuses a batch, each of its writes is tried alone,
/// so that one bad write does not take its neighbours with it. A batch that others were in the way of is written again. When PostgreSQL is away, all of the batch fail at once.</para>
/// </remarks>
/// <typeparam name="TWrite">What is written.</typeparam>
/// <typeparam name="TResult">What each write learns.</typeparam>
public abstract class GroupCommitter<TWrite, TResult> : BackgroundService
{
    private readonly Channel<Entry> _queue;
    private readonly int _batchSizeMax;
    private readonly string _name;

    /// <summary>Sets the limits.</summary>
    /// <param name="name">For error messages.</param>
    /// <param name="queueLengthMax">Writes that may wait; one more is refused with <see cref="QueueFullException"/>.</param>
    /// <param name="batchSizeMax">Writes per transaction.</param>
    protected GroupCommitter(string name, int queueLengthMax, int batchSizeMax)
    {
        _name = name;
        _batchSizeMax = batchSizeMax;
        _queue = Channel.CreateBounded<Entry>(new BoundedChannelOptions(queueLengthMax) { SingleReader = true });
    }

    /// <summary>Writes that wait for the next transaction.</summary>
    public int Waiting => _queue.Reader.Count;

    /// <summary>Writes, and returns when the write is on disk.</summary>
    /// <exception cref="QueueFullException">Too many writes wait.</exception>
    /// <exception cref="StorageException">PostgreSQL did not take it.</exception>
    public Task<TResult> CommitAsync(TWrite write, CancellationToken cancellationToken)
    {
        var entry = new Entry(write);
        return _queue.Writer.TryWrite(entry)
            ? entry.Completion.Task.WaitAsync(cancellationToken)
            : throw new QueueFullException($"The queue of {_name} is full.");
    }

    /// <summary>Writes a batch in one transaction; one result per write, in order.</summary>
    /// <exception cref="StorageException">PostgreSQL did not take it; nothing was written.</exception>
    protected abstract Task<IReadOnlyList<TResult>> CommitBatchAsync(IReadOnlyList<TWrite> batch, CancellationToken cancellationToken);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What waits is still written: its senders were not told otherwise yet.
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } loop)
        {
            await loop.WaitAsync(cancellationToken);
        }

        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Entry> batch = [];
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < _batchSizeMax && _queue.Reader.TryRead(out var entry))
            {
                batch.Add(entry);
            }

            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<Entry> batch)
    {
        try
        {
            var results = await CommitBatchAsync(batch.ConvertAll(e => e.Write), CancellationToken.None);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Completion.TrySetResult(results[i]);
            }
        }
        catch (StorageException e) when (batch.Count > 1 && e.Fault == StorageFault.Refused)
        {
            foreach (var entry in batch)
            {
                await WriteAsync([entry]);
            }
        }
#pragma warning disable CA1031 // The loop serves every writer: whatever went wrong is handed to those whose write it was.
        catch (Exception e)
#pragma warning restore CA1031
        {
            batch.ForEach(entry => entry.Completion.TrySetException(e));
        }
    }

    private sealed class Entry(TWrite write)
    {
        public TWrite Write { get; } = write;

        public TaskCompletionSource<TResult> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
