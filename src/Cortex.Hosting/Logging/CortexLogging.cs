using Microsoft.Extensions.Hosting;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Cortex.Hosting;

/// <summary>Where log lines go: JSON lines on stdout, readable text when stdout is a terminal.</summary>
public static class CortexLogging
{
    private const string ReadableTemplate = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj} {Properties:j}{NewLine}{Exception}";

    /// <summary>Makes Serilog the only logger of a host.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="level">The least level that is written: <c>debug</c>, <c>info</c>, <c>warn</c> or <c>error</c>.</param>
    /// <param name="sink">Takes the lines in place of stdout; null for stdout.</param>
    public static IHostApplicationBuilder AddCortexLogging(this IHostApplicationBuilder builder, string level, ILogEventSink? sink = null)
    {
        // Not the static logger: a process may hold several hosts, as tests do.
        builder.Services.AddSerilog(configuration => Configure(configuration, level, sink), preserveStaticLogger: true);
        return builder;
    }

    private static void Configure(LoggerConfiguration configuration, string level, ILogEventSink? sink)
    {
        configuration
            .MinimumLevel.Is(LevelOf(level))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .MinimumLevel.Override("Polly", LogEventLevel.Error)
            .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
            .MinimumLevel.Override("Orleans.Runtime.Watchdog", LogEventLevel.Error) // counts from the machine's start at its first tick
            .MinimumLevel.Override("Orleans.Runtime.Silo", LogEventLevel.Error) // advises server GC at every start
            .Filter.ByIncludingOnly(e => e.Level >= LevelOf(level)) // an override must not let through more than was asked for
            .Enrich.FromLogContext()
            .Enrich.With<PropertyNames>();
        if (sink is not null)
        {
            configuration.WriteTo.Sink(sink);
        }
        else if (Console.IsOutputRedirected)
        {
            configuration.WriteTo.Console(new RenderedCompactJsonFormatter());
        }
        else
        {
            configuration.WriteTo.Console(outputTemplate: ReadableTemplate);
        }
    }

    private static LogEventLevel LevelOf(string level) => level switch
    {
        "debug" => LogEventLevel.Debug,
        "warn" => LogEventLevel.Warning,
        "error" => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}
