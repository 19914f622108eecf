using Microsoft.Extensions.Logging;

namespace Cortex.Runs;

internal sealed partial class RunGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Automation executed")]
    private static partial void LogExecuted(ILogger logger, RunId runId, UnitId unitId, string status, long durationMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Automation failed")]
    private static partial void LogFailed(ILogger logger, RunId runId, UnitId unitId, int? step, string? error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{RunId} was interrupted and will be taken up again: {Error}")]
    private static partial void LogInterrupted(ILogger logger, RunId runId, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "{RunId} broke; it ends")]
    private static partial void LogBroke(ILogger logger, Exception exception, RunId runId);

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL refuses to store a step of {RunId}; the run ends")]
    private static partial void LogRefused(ILogger logger, Exception exception, RunId runId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{RunId} is taken over from {Owner}, for the {Takeovers}. time at this step")]
    private static partial void LogTakenOver(ILogger logger, RunId runId, string? owner, int takeovers);

    [LoggerMessage(Level = LogLevel.Information, Message = "{RunId} is being executed elsewhere; this activation stops")]
    private static partial void LogOvertaken(ILogger logger, RunId runId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A tool broke {RunId}: {Tool}")]
    private static partial void LogToolBroke(ILogger logger, Exception exception, RunId runId, string? tool);
}
