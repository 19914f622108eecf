using Cortex.Scheduling;
using Cortex.Storage.Connections;

namespace Cortex.Connections;

/// <summary>Bounds how many connections of one silo are at work: each holds a page of its backlog and one of records. One lane a provider, so that a provider that is slow holds up its own.</summary>
internal sealed class WorkLanes
{
    /// <summary>Connections of one provider that are at work at a time: with pages that are dealt with in 50 ms, 320 pages a second.</summary>
    public const int ConnectionsMax = 16;

    /// <summary>The lane of connections that nobody has claimed.</summary>
    private const string Unclaimed = "";

    private readonly Lanes<string> _lanes = new(ConnectionsMax);

    /// <returns>Ends the turn; null if it did not come in time.</returns>
    public Task<IDisposable?> TryEnterAsync(ConnectionRow? connection, TimeSpan waitMax, CancellationToken cancellationToken) =>
        _lanes.TryEnterAsync(connection?.Provider ?? Unclaimed, waitMax < TimeSpan.Zero ? TimeSpan.Zero : waitMax, cancellationToken);
}
