using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Cortex.Api.Streams;

/// <summary>One open connection: what it is still to be told, and how far it has got. The reader of changes puts in, the request takes out.</summary>
internal sealed class LiveStream(UserId user, string? lastId, TimeProvider time, Action<LiveStream> onClosed) : IDisposable
{
    /// <summary>Messages that may wait for a slow client. One more ends the stream; its client comes back and is told what it missed.</summary>
    public const int QueueLengthMax = 1_000;

    /// <summary>The longest silence; the contract allows 15 s, of which the network may take some.</summary>
    public static readonly TimeSpan HeartbeatPeriod = TimeSpan.FromSeconds(10);

    private readonly Channel<StreamMessage> _queue = Channel.CreateBounded<StreamMessage>(new BoundedChannelOptions(QueueLengthMax) { SingleReader = true });
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _position;
    private bool _isFull;
    private int _closed;

    public UserId User { get; } = user;

    /// <summary>The id with which the client came back.</summary>
    public string? LastId { get; } = lastId;

    public bool IsOpen => Volatile.Read(ref _closed) == 0;

    /// <summary>Completes when the first message is there; fails if the tables could not be read.</summary>
    public Task Begun => _begun.Task;

    public void Begin(IReadOnlyList<StreamMessage> messages, DateTimeOffset position)
    {
        Tell(messages, position);
        _begun.TrySetResult();
    }

    public void Refuse(Exception reason) => _begun.TrySetException(reason);

    /// <summary>Adds messages, in order; all that came before <paramref name="position"/> is told with them.</summary>
    public void Tell(IReadOnlyList<StreamMessage> messages, DateTimeOffset position)
    {
        _isFull |= !messages.All(_queue.Writer.TryWrite);
        if (_isFull)
        {
            _queue.Writer.TryComplete();
            return; // the position stays: what did not fit has not been told
        }

        Volatile.Write(ref _position, position.Ticks);
    }

    /// <summary>The messages as they come, and heartbeats between them, until the stream ends.</summary>
    public async IAsyncEnumerable<SseItem<byte[]>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Task<bool>? more = null;
        while (true)
        {
            while (_queue.Reader.TryRead(out var message))
            {
                yield return Item(message);
            }

            more ??= _queue.Reader.WaitToReadAsync(cancellationToken).AsTask();
            if (await IsDoneInTimeAsync(more, cancellationToken))
            {
                if (!await more)
                {
                    yield break;
                }

                more = null;
                continue;
            }

            // The position first: if nothing waits then, all that came before it has been sent.
            var position = new DateTimeOffset(Volatile.Read(ref _position), TimeSpan.Zero);
            if (_queue.Reader.Count == 0)
            {
                yield return Item(StreamMessage.Of(StreamMessage.Heartbeat, position));
            }
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _queue.Writer.TryComplete();
            onClosed(this);
        }
    }

    private async Task<bool> IsDoneInTimeAsync(Task<bool> more, CancellationToken cancellationToken)
    {
        try
        {
            await more.WaitAsync(HeartbeatPeriod, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static SseItem<byte[]> Item(StreamMessage message) => new(message.Json, message.Name) { EventId = StreamPosition.Write(message.Position) };
}
