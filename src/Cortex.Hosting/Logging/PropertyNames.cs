using Serilog.Core;
using Serilog.Events;

namespace Cortex.Hosting;

/// <summary>Names properties as operators know them: <c>RunId</c>, also where the code that logs calls its argument <c>runId</c>.</summary>
/// <remarks>
/// The logging framework adds a property <c>EventId</c> of its own, a number that names the log statement. It goes:
/// here an EventId is a delivery received from Nango.
/// </remarks>
internal sealed class PropertyNames : ILogEventEnricher
{
    private const string FrameworkEventId = "EventId";

    /// <inheritdoc />
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.GetValueOrDefault(FrameworkEventId) is StructureValue)
        {
            logEvent.RemovePropertyIfPresent(FrameworkEventId);
        }

        foreach (var (name, value) in logEvent.Properties.Where(p => char.IsAsciiLetterLower(p.Key[0])).ToList())
        {
            logEvent.RemovePropertyIfPresent(name);
            logEvent.AddOrUpdateProperty(new($"{char.ToUpperInvariant(name[0])}{name[1..]}", value));
        }
    }
}
