using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Cortex.Sandbox.Hosting;

/// <summary>JSON lines on standard error: standard output belongs to the ready line.</summary>
internal static class SandboxLogging
{
    public static IServiceCollection AddSandboxLogging(this IServiceCollection services, SandboxOptions options)
        => services.AddSerilog(logging =>
        {
            if (options.LogLevel == "none")
            {
                return;
            }

            logging
                .MinimumLevel.ControlledBy(new LoggingLevelSwitch(Level(options.LogLevel)))
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .WriteTo.Console(new CompactJsonFormatter(), standardErrorFromLevel: LogEventLevel.Verbose);
        });

    private static LogEventLevel Level(string name) => name switch
    {
        "debug" => LogEventLevel.Debug,
        "warn" => LogEventLevel.Warning,
        "error" => LogEventLevel.Error,
        _ => LogEventLevel.Information,
    };
}
