using StackExchange.Redis;

namespace Cortex.Hosting;

/// <summary>Reads <c>REDIS_URL</c>: <c>redis://user:pass@host:port/db</c>, or <c>rediss://</c> for TLS.</summary>
public static class RedisUrl
{
    private const int PortDefault = 6379;

    /// <summary>Turns the URL into StackExchange.Redis' options; a Redis that is away at start is waited for.</summary>
    /// <exception cref="FormatException">It is no such URL; the message holds no password.</exception>
    public static ConfigurationOptions Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("redis" or "rediss") || uri.Host.Length == 0)
        {
            throw new FormatException("it must be of the form redis://user:password@host:port or rediss://….");
        }

        var options = new ConfigurationOptions
        {
            AbortOnConnectFail = false,
            Ssl = uri.Scheme == "rediss",
            EndPoints = { { uri.Host, uri.Port > 0 ? uri.Port : PortDefault } },
        };
        var user = uri.UserInfo.Split(':', 2);
        options.User = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null;
        options.Password = user.Length == 2 ? Uri.UnescapeDataString(user[1]) : null;
        options.DefaultDatabase = int.TryParse(uri.AbsolutePath.Trim('/'), out var db) ? db : null;
        return options;
    }
}
