using System.Diagnostics;

namespace Cortex.Diagnostics;

/// <summary>Goes on with the trace of the webhook that caused the present work, so that all log lines of it carry one trace id.</summary>
internal static class Tracing
{
    /// <summary>Starts an activity below a stored W3C trace context; dispose it when the work is done.</summary>
    public static Activity Resume(string name, string? traceParent)
    {
        var activity = new Activity(name);
        if (traceParent is not null)
        {
            activity.SetParentId(traceParent);
        }

        return activity.Start();
    }
}
