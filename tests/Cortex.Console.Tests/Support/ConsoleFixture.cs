using Cortex.Testing;
using Microsoft.Playwright;

namespace Cortex.Console.Tests.Support;

/// <summary>One Cortex with its sandbox, on real PostgreSQL, and one browser, for all tests of the assembly.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    private const string ChromiumOfDebian = "/usr/bin/chromium";

    private readonly PostgresFixture _postgres = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private CortexApplication? _cortex;

    /// <summary>The whole system.</summary>
    public CortexApplication Cortex => _cortex ?? throw new InvalidOperationException("Cortex was not started.");

    /// <summary>Debian's Chromium, or the one of <c>CORTEX_CHROMIUM</c>.</summary>
    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser was not started.");

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        _cortex = await CortexApplication.StartAsync(await _postgres.CreateDatabaseAsync(), withModel: true);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CORTEX_CHROMIUM") is { Length: > 0 } path ? path : ChromiumOfDebian,
            Args = ["--disable-dev-shm-usage"], // containers have a small one
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_cortex is not null)
        {
            await _cortex.DisposeAsync();
        }

        await _postgres.DisposeAsync();
    }
}
