namespace Cortex.Api.Streams;

/// <summary>How long a stream may last: until its client leaves, its token expires or the process stops.</summary>
internal sealed class StreamLife : IDisposable
{
    /// <summary>Whatever its token says.</summary>
    private static readonly TimeSpan LifeMax = TimeSpan.FromHours(12);

    private readonly CancellationTokenSource _expiry;
    private readonly CancellationTokenSource _end;

    public StreamLife(DateTimeOffset expiresAt, TimeProvider time, CancellationToken stopping, CancellationToken aborted)
    {
        var left = expiresAt - time.GetUtcNow();
        _expiry = new(left < TimeSpan.Zero ? TimeSpan.Zero : left > LifeMax ? LifeMax : left, time);
        _end = CancellationTokenSource.CreateLinkedTokenSource(_expiry.Token, stopping, aborted);
    }

    public CancellationToken End => _end.Token;

    public void Dispose()
    {
        _end.Dispose();
        _expiry.Dispose();
    }
}
