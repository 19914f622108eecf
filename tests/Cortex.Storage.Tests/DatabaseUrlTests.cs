using Npgsql;

namespace Cortex.Storage.Tests;

public sealed class DatabaseUrlTests
{
    [Theory]
    [InlineData("postgresql://ada:s%40cret%2F@db.example:6432/cortex?sslmode=require", "db.example", 6432, "cortex", "ada", "s@cret/")]
    [InlineData("postgres://ada@db.example/cortex", "db.example", 5432, "cortex", "ada", null)]
    [InlineData("Host=db.example;Port=6000;Database=cortex;Username=ada;Password=p", "db.example", 6000, "cortex", "ada", "p")]
    public void Both_forms_are_read(string url, string host, int port, string database, string user, string? password)
    {
        var settings = new NpgsqlConnectionStringBuilder(DatabaseUrl.ToConnectionString(url));

        Assert.Equal((host, port, database, user, password), (settings.Host, settings.Port, settings.Database, settings.Username, settings.Password));
    }

    [Theory]
    [InlineData("verify-full", SslMode.VerifyFull)]
    [InlineData("disable", SslMode.Disable)]
    [InlineData("require", SslMode.Require)]
    public void Ssl_modes_have_the_names_of_libpq(string name, SslMode mode) =>
        Assert.Equal(mode, new NpgsqlConnectionStringBuilder(DatabaseUrl.ToConnectionString($"postgresql://h/d?sslmode={name}")).SslMode);

    [Theory]
    [InlineData("mysql://ada:topsecret@h/d")]
    [InlineData("postgresql://ada:topsecret@h/d?sslmode=sometimes")]
    [InlineData("postgresql://ada:topsecret@h/d?no_such_parameter=1")]
    public void What_is_neither_is_refused_without_telling_the_password(string url)
    {
        var refused = Assert.Throws<FormatException>(() => DatabaseUrl.ToConnectionString(url));

        Assert.DoesNotContain("topsecret", refused.Message, StringComparison.Ordinal);
    }
}
