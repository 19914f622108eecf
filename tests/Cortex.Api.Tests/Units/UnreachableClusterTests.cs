using Cortex.Api.Tests.Support;

namespace Cortex.Api.Tests.Units;

/// <summary>What needs a grain is refused while no silo is up, and can be tried again; what is only read is served.</summary>
public sealed class UnreachableClusterTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("units", """{"name":"A","prompt":"when: email from a@b.c then: do nothing"}""")]
    [InlineData("units/preview", """{"prompt":"when: email from a@b.c then: do nothing"}""")]
    [InlineData("units/backtest", """{"prompt":"when: email from a@b.c then: do nothing","days":30}""")]
    [InlineData("connections", """{"connectionId":"x","providerConfigKey":"google-mail-ynxw"}""")]
    [InlineData("connections/session", "{}")]
    public async Task Change_WithoutSilos_IsRefusedForNow(string route, string body)
    {
        using var user = fixture.Api.User(Seed.NewUid());

        var reply = await user.SendAsync(HttpMethod.Post, $"/api/cortex/{route}", System.Text.Json.Nodes.JsonNode.Parse(body));

        ProblemAssert.Is(503, reply);
        Assert.NotNull(reply.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task List_WithoutSilos_IsServed()
    {
        var uid = Seed.NewUid();
        await fixture.Seed.UnitAsync(uid);
        using var user = fixture.Api.User(uid);

        Assert.Single((await user.SendAsync(HttpMethod.Get, "/api/cortex/units")).Ok()["units"]!.AsArray());
    }
}
