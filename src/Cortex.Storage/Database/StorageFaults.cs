using Npgsql;

namespace Cortex.Storage;

/// <summary>Translates the failures of PostgreSQL and of the connection to it, for all statements of this project.</summary>
internal static class StorageFaults
{
    /// <summary>How often a statement is sent that others are in the way of. Each fails as a whole, so it can be sent again as it is.</summary>
    public const int ConflictTriesMax = 3;

    /// <summary>
    /// The classes and codes of SQLSTATE that say nothing against the statement's data (PostgreSQL 15 documentation, appendix A): connections, authorisation, a missing database,
    /// a schema that this statement does not fit yet, resources, an operator's intervention, the system's own errors, and a standby that takes no writes.
    /// </summary>
    private static readonly string[] Passing = ["08", "28", "3D", "42", "53", "57", "58", "XX", "25006"];

    private static readonly string[] Conflicts = [PostgresErrorCodes.SerializationFailure, PostgresErrorCodes.DeadlockDetected, PostgresErrorCodes.LockNotAvailable];

    /// <summary>Does something with PostgreSQL, again where others were in the way.</summary>
    /// <exception cref="StorageException">PostgreSQL did not do it.</exception>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> statement)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await statement();
            }
            catch (NpgsqlException e)
            {
                var fault = FaultOf(e);
                if (fault != StorageFault.Conflict || tries == ConflictTriesMax)
                {
                    throw new StorageException(fault, e.Message, e);
                }
            }
        }
    }

    private static StorageFault FaultOf(NpgsqlException exception) => exception switch
    {
        PostgresException e when Conflicts.Contains(e.SqlState) => StorageFault.Conflict,
        PostgresException e => Array.Exists(Passing, code => e.SqlState.StartsWith(code, StringComparison.Ordinal)) ? StorageFault.Away : StorageFault.Refused,
        _ => StorageFault.Away,
    };
}
