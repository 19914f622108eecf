using Npgsql;

namespace Cortex.Storage;

/// <summary>How Cortex talks to PostgreSQL; the limits that a connection string leaves open.</summary>
public static class Database
{
    /// <summary>Connections per process unless the connection string says otherwise. A process waits for a free one rather than opening more.</summary>
    public const int PoolSizeMax = 40;

    /// <summary>Connections that receipt has besides, for itself: the inbox writes one batch at a time, and a heartbeat goes beside it.</summary>
    public const int ReceiptPoolSizeMax = 3;

    /// <summary>The name of that pool among the services.</summary>
    public const string Receipt = "receipt";

    /// <summary>Seconds to wait for a connection: an API process must know soon that PostgreSQL is away, to say so.</summary>
    public const int ConnectSecondsMax = 3;

    /// <summary>Seconds that one command may take.</summary>
    public const int CommandSecondsMax = 15;

    /// <summary>Statements that each connection keeps prepared: all of the stores' hot ones.</summary>
    public const int PreparedStatementsMax = 60;

    /// <summary>Makes the pool that a process shares.</summary>
    public static NpgsqlDataSource Open(string databaseUrl) => Open(databaseUrl, poolSizeMax: null);

    /// <summary>Makes the pool of receipt: whatever else a process does to PostgreSQL, webhooks are stored.</summary>
    public static NpgsqlDataSource OpenReceipt(string databaseUrl) => Open(databaseUrl, ReceiptPoolSizeMax);

    private static NpgsqlDataSource Open(string databaseUrl, int? poolSizeMax)
    {
        var given = new NpgsqlConnectionStringBuilder(DatabaseUrl.ToConnectionString(databaseUrl));
        var builder = new NpgsqlDataSourceBuilder(given.ConnectionString);
        var settings = builder.ConnectionStringBuilder;
        settings.MaxPoolSize = poolSizeMax ?? (given.ContainsKey("Maximum Pool Size") ? given.MaxPoolSize : PoolSizeMax);
        settings.Timeout = given.ContainsKey("Timeout") ? given.Timeout : ConnectSecondsMax;
        settings.CommandTimeout = given.ContainsKey("Command Timeout") ? given.CommandTimeout : CommandSecondsMax;
        settings.MaxAutoPrepare = given.ContainsKey("Max Auto Prepare") ? given.MaxAutoPrepare : PreparedStatementsMax;
        settings.ApplicationName ??= "cortex";
        return builder.Build();
    }
}
