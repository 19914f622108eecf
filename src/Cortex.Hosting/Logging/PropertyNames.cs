using Serilog.Core;
using Serilog.Events;

namespace Cortex.Hosting;

/// <summary>
/// Gives log properties the names that operators search for. Key messages are fixed texts, so their values ride beside them under the names of C# parameters,
/// <c>eventId</c>; in the log they are <c>EventId</c>, and take the place of what the frameworks put under the same name (the logger's own event id, Kestrel's connection id).
/// </summary>
internal sealed class PropertyNames : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.TryGetValue("EventId", out var value) && value is StructureValue)
        {
            logEvent.RemovePropertyIfPresent("EventId");
        }

        foreach (var (name, given) in logEvent.Properties.Where(p => char.IsAsciiLetterLower(p.Key[0])).ToList())
        {
            logEvent.RemovePropertyIfPresent(name);
            logEvent.AddOrUpdateProperty(new LogEventProperty(char.ToUpperInvariant(name[0]) + name[1..], given));
        }
    }
}
