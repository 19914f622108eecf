using Cortex.Testing;

namespace Cortex.Api.Tests.Support;

/// <summary>One API process for the tests of a class; every test has users of its own.</summary>
public sealed class ApiFixture(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly BuiltConsole _console = new();
    private ApiProcess? _api;

    internal ApiProcess Api => _api ?? throw new InvalidOperationException("The API was not started.");

    internal TestIssuer Issuer { get; } = new();

    internal Seed Seed => new(Api);

    public async ValueTask InitializeAsync()
    {
        await Issuer.StartAsync();
        _api = await ApiProcess.StartAsync(await postgres.CreateDatabaseAsync(), Issuer, console: _console.Path);
    }

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Issuer.DisposeAsync();
        _console.Dispose();
    }
}
