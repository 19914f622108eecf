using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Cortex.Hosting;

namespace Cortex.Api.Streams;

/// <summary>The streams that are open in this process.</summary>
internal sealed class LiveStreams
{
    /// <summary>Streams of one user: windows, phones and a few that are not known to be gone yet.</summary>
    public const int OfUserMax = 10;

    /// <summary>Streams of a process.</summary>
    public const int OfProcessMax = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<UserId, int> _ofUsers = [];

    // No more than there may be streams, but for those that were closed before anybody looked.
    private readonly Channel<LiveStream> _beginning = Channel.CreateUnbounded<LiveStream>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TimeProvider _time;
    private int _open;

    public LiveStreams(TimeProvider time, IMeterFactory meters)
    {
        _time = time;
        meters.Create(ManagementEndpoint.MeterName).CreateObservableGauge("cortex_streams_open", () => Open, description: "Live streams that are open in this process.");
    }

    public int Open => Volatile.Read(ref _open);

    /// <summary>Streams that have not begun.</summary>
    public ChannelReader<LiveStream> Beginning => _beginning.Reader;

    /// <summary>Opens a stream, unless there are too many.</summary>
    public LiveStream? TryOpen(UserId user, string? lastId)
    {
        lock (_lock)
        {
            var ofUser = _ofUsers.GetValueOrDefault(user);
            if (ofUser >= OfUserMax || _open >= OfProcessMax)
            {
                return null;
            }

            _ofUsers[user] = ofUser + 1;
            _open++;
        }

        var stream = new LiveStream(user, lastId, _time, OnClosed);
        _beginning.Writer.TryWrite(stream);
        return stream;
    }

    private void OnClosed(LiveStream stream)
    {
        lock (_lock)
        {
            _open--;
            if (--_ofUsers[stream.User] == 0)
            {
                _ofUsers.Remove(stream.User);
            }
        }
    }
}
