using Npgsql;

namespace Cortex.Api.Problems;

/// <summary>Tells a PostgreSQL that is away, starting, stopping or out of room from one that was asked something wrong.</summary>
internal static class PostgresFaults
{
    /// <summary>SQLSTATE classes that pass by themselves: connection exceptions, insufficient resources, operator intervention, system errors.</summary>
    private static readonly string[] PassingClasses = ["08", "53", "57", "58"];

    extension(Exception exception)
    {
        /// <summary>Whether the same request may succeed later.</summary>
        public bool IsPostgresAway => exception switch
        {
            PostgresException e => e.IsTransient || PassingClasses.Any(c => e.SqlState.StartsWith(c, StringComparison.Ordinal)),
            NpgsqlException => true,
            _ => false,
        };
    }
}
