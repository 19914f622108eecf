namespace Cortex.Api.Problems;

internal sealed partial class ExceptionProblems
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Request not served at {Path}: the {Part} is away")]
    private partial void LogUnavailable(Exception exception, string part, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "Request failed: {Method} {Path}")]
    private partial void LogUnexpected(Exception exception, string method, string path);
}
