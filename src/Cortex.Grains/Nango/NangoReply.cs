namespace Cortex.Nango;

/// <summary>What came back over HTTP, not yet judged.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, as far as it was read.</param>
/// <param name="IsCut">Whether there was more than the limit.</param>
/// <param name="RetryAfter">The wait asked for, or null.</param>
/// <param name="Rate">What it said of the account's limit, or null.</param>
internal sealed record NangoReply(int Status, ReadOnlyMemory<byte> Body, bool IsCut, TimeSpan? RetryAfter, NangoRateNotice? Rate)
{
    public bool IsSuccess => Status is >= 200 and < 300;
}
