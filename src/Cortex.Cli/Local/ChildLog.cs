using Serilog;
using Serilog.Core;

namespace Cortex.Cli.Local;

/// <summary>The file that keeps what children print, for whoever looks into a fault.</summary>
internal static class ChildLog
{
    /// <summary>A file is begun anew at this size, and one older one is kept.</summary>
    private const long FileBytesMax = 16L * 1024 * 1024;

    private const int FilesKept = 2;

    public static Logger Open(string path) => new LoggerConfiguration()
        .MinimumLevel.Verbose()
        .WriteTo.File(path, outputTemplate: "{Message:l}{NewLine}", fileSizeLimitBytes: FileBytesMax, rollOnFileSizeLimit: true, retainedFileCountLimit: FilesKept, shared: false, formatProvider: null)
        .CreateLogger();
}
