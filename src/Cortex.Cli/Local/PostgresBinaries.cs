using System.Globalization;

namespace Cortex.Cli.Local;

/// <summary>Finds PostgreSQL's programs, which Debian keeps off the PATH.</summary>
internal static class PostgresBinaries
{
    private const string DebianRoot = "/usr/lib/postgresql";

    /// <summary>The directory with <c>postgres</c> and <c>initdb</c>, of the major version given or the newest.</summary>
    /// <exception cref="LocalException">There is none.</exception>
    public static string Find(string? majorVersion)
    {
        var directories = DebianVersions().Concat(Programs.Directories(Environment.GetEnvironmentVariable("PATH"))).Where(IsComplete);
        if (majorVersion is not null)
        {
            // Elsewhere than on Debian the version is not in the path; PostgreSQL itself says so if it does not fit the data.
            directories = directories.OrderByDescending(d => d == BinariesOf(majorVersion));
        }

        return directories.FirstOrDefault() ?? throw new LocalException("PostgreSQL is not installed: install it (Debian, Ubuntu: apt-get install postgresql), or set DATABASE_URL.");
    }

    private static IEnumerable<string> DebianVersions() => !Directory.Exists(DebianRoot) ? [] : Directory.EnumerateDirectories(DebianRoot)
        .Select(d => Path.GetFileName(d))
        .OrderByDescending(v => int.TryParse(v, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .Select(BinariesOf);

    private static string BinariesOf(string majorVersion) => Path.Combine(DebianRoot, majorVersion, "bin");

    private static bool IsComplete(string directory) => File.Exists(Path.Combine(directory, "postgres")) && File.Exists(Path.Combine(directory, "initdb"));
}
