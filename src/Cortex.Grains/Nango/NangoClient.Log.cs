using Microsoft.Extensions.Logging;

namespace Cortex.Nango;

internal sealed partial class NangoClient
{
    [LoggerMessage(3001, LogLevel.Warning, "Nango gave no answer to {Operation}: {Error}")]
    private partial void LogUnanswered(string operation, string error, Exception exception);

    [LoggerMessage(3002, LogLevel.Warning, "Nango did not {Operation} ({Failure}): {Error}")]
    private partial void LogRefused(string operation, NangoFailure failure, string error);

    [LoggerMessage(3003, LogLevel.Warning, "{Count} records of model {Model} have no usable id, time or position, and were passed over")]
    private partial void LogRecordsUnreadable(int count, string model);

    [LoggerMessage(3004, LogLevel.Warning, "A user has more than {Max} connections at Nango; what is beyond was not read")]
    private partial void LogConnectionsCut(int max);

    [LoggerMessage(3005, LogLevel.Debug, "Held back for Nango's limit: {Operation} ({Priority})")]
    private partial void LogHeldBack(string operation, CallPriority priority);
}
