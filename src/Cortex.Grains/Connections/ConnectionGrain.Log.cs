using Microsoft.Extensions.Logging;

namespace Cortex.Connections;

internal sealed partial class ConnectionGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Webhook processed (async)")]
    private static partial void LogProcessed(ILogger logger, DeliveryId eventId, string connectionId, long durationMs, int runs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Event} is put off (try {Attempts}) for {Delay}: {Error}")]
    private static partial void LogPutOff(ILogger logger, DeliveryId @event, int attempts, TimeSpan delay, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Event} was interrupted {Times} times in a row, and is parked")]
    private static partial void LogParked(ILogger logger, DeliveryId @event, int times);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Event} is given up after {Attempts} tries")]
    private static partial void LogGivenUp(ILogger logger, Exception exception, DeliveryId @event, int attempts);

    [LoggerMessage(Level = LogLevel.Error, Message = "The states of {Records} records of {Event} were refused by PostgreSQL and are not kept: what they set off has run, their next change is compared with an older state")]
    private static partial void LogLeftOut(ILogger logger, DeliveryId @event, int records);

    [LoggerMessage(Level = LogLevel.Information, Message = "Caught up")]
    private static partial void LogCaughtUp(ILogger logger, DeliveryId eventId, string connectionId, string model, int runs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{ConnectionKey} must be connected again by its user: its provider or Nango refused a call")]
    private static partial void LogNeedsUser(ILogger logger, ConnectionKey connectionKey);

    [LoggerMessage(Level = LogLevel.Error, Message = "The clock or the reconciliation of {ConnectionKey} failed, and will be tried again")]
    private static partial void LogPartFailed(ILogger logger, Exception exception, ConnectionKey connectionKey);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{ConnectionKey} was interrupted and will be taken up again: {Error}")]
    private static partial void LogInterrupted(ILogger logger, ConnectionKey connectionKey, string error);
}
