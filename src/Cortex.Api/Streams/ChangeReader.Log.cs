namespace Cortex.Api.Streams;

internal sealed partial class ChangeReader
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "What changed cannot be read for {Streams} streams: PostgreSQL is away")]
    private partial void LogAway(Exception exception, int streams);

    [LoggerMessage(Level = LogLevel.Information, Message = "What changed is read again")]
    private partial void LogBack();

    [LoggerMessage(Level = LogLevel.Error, Message = "What changed could not be told")]
    private partial void LogUnexpected(Exception exception);
}
