using System.Collections.Concurrent;
using Serilog.Core;
using Serilog.Events;

namespace Cortex.Api.Tests.Support;

/// <summary>Keeps what is logged.</summary>
internal sealed class LogLines : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _events = new();

    public IReadOnlyList<LogEvent> Events => [.. _events];

    public void Emit(LogEvent logEvent) => _events.Enqueue(logEvent);

    /// <summary>The lines with a text.</summary>
    public IReadOnlyList<LogEvent> Of(string message) => [.. Events.Where(e => e.RenderMessage(null) == message)];
}
