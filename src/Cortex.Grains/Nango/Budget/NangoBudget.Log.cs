using Microsoft.Extensions.Logging;

namespace Cortex.Nango.Budget;

internal sealed partial class NangoBudget
{
    [LoggerMessage(3011, LogLevel.Warning, "The shared budget of calls to Nango cannot be asked; this silo counts for itself for {Period}: {Error}")]
    private partial void LogAlone(TimeSpan period, string error);
}
