using Npgsql;

namespace Cortex.Storage;

/// <summary>Reads <c>DATABASE_URL</c>: a URL as hosting platforms give it, or Npgsql's own form.</summary>
public static class DatabaseUrl
{
    /// <summary>Turns either form into a connection string.</summary>
    /// <exception cref="FormatException">It is neither; the message holds no password.</exception>
    public static string ToConnectionString(string url)
    {
        try
        {
            var builder = IsUrl(url) ? FromUrl(new Uri(url)) : new NpgsqlConnectionStringBuilder(url);
            return builder.ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException or KeyNotFoundException)
        {
            throw new FormatException("DATABASE_URL is not of the form postgresql://user:password@host:port/database?sslmode=… nor an Npgsql connection string.");
        }
    }

    private static bool IsUrl(string text) =>
        text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase);

    private static NpgsqlConnectionStringBuilder FromUrl(Uri url)
    {
        var user = url.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = Uri.UnescapeDataString(url.Host),
            Port = url.IsDefaultPort || url.Port < 0 ? NpgsqlConnection.DefaultPort : url.Port,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        if (user[0].Length > 0)
        {
            builder.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length == 2)
        {
            builder.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            Set(builder, Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.Length == 2 ? parts[1] : ""));
        }

        return builder;
    }

    /// <summary>libpq's names of the parameters that platforms put into such URLs; all others are taken as Npgsql's own.</summary>
    private static void Set(NpgsqlConnectionStringBuilder builder, string name, string value)
    {
        switch (name)
        {
            case "sslmode":
                builder.SslMode = Enum.Parse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
                break;
            case "connect_timeout":
                builder.Timeout = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
                break;
            case "application_name":
                builder.ApplicationName = value;
                break;
            case "channel_binding":
                builder.ChannelBinding = Enum.Parse<ChannelBinding>(value, ignoreCase: true);
                break;
            case "host":
                builder.Host = value;
                break;
            default:
                builder[name] = value;
                break;
        }
    }
}
