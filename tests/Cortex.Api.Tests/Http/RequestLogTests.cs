using Cortex.Api.Tests.Support;
using Cortex.Testing;
using Serilog.Events;

namespace Cortex.Api.Tests.Http;

/// <summary>Requests are logged when somebody looks for something, not always, and never with what they carry.</summary>
public sealed class RequestLogTests(PostgresFixture postgres)
{
    [Theory]
    [InlineData("debug", true)]
    [InlineData("info", false)]
    public async Task Request_IsLoggedAtDebugLevelAlone(string level, bool logged)
    {
        await using var issuer = new TestIssuer();
        await issuer.StartAsync();
        await using var api = await ApiProcess.StartAsync(await postgres.CreateDatabaseAsync(), issuer, logLevel: level);
        var token = issuer.Token("ada");
        using var user = CortexClient.Of(api.Anonymous.BaseAddress!, token);

        (await user.SendAsync(HttpMethod.Get, "/api/cortex/units?limit=7")).Ok();
        (await user.SendAsync(HttpMethod.Get, "/api/cortex/runs")).Ok();

        Assert.Equal(logged, api.Log.Events.Any(e => e.Properties.GetValueOrDefault("RequestPath") is ScalarValue { Value: "/api/cortex/units" }));
        Assert.DoesNotContain(api.Log.Events, e => Text(e).Contains(token.Split('.')[1], StringComparison.Ordinal));
    }

    private static string Text(LogEvent e) => $"{e.RenderMessage(null)} {e.Exception} {string.Join(' ', e.Properties.Values)}";
}
