namespace Cortex.Api.Diagnostics;

/// <summary>Says when to tell of something that may happen many times over for one reason: the first time, and then once a period, with how often it happened meanwhile.</summary>
internal sealed class Seldom(TimeSpan period)
{
    private readonly Lock _access = new();
    private long? _toldAt;
    private int _untold;

    /// <summary>It happened once more.</summary>
    /// <returns>How often since it was told last, if it is to be told now.</returns>
    public int? Count(TimeProvider time)
    {
        lock (_access)
        {
            _untold++;
            if (_toldAt is { } at && time.GetElapsedTime(at) < period)
            {
                return null;
            }

            var count = _untold;
            (_toldAt, _untold) = (time.GetTimestamp(), 0);
            return count;
        }
    }
}
