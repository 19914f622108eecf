using System.Text.Json.Nodes;
using Cortex.Api.Tests.Support;

namespace Cortex.Api.Tests.Units;

/// <summary>What a dry run and a look back refuse before they ask a grain.</summary>
public sealed class RehearsalTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("units/backtest", """{"prompt":"x","days":0}""", "days must be 1 to 30.")]
    [InlineData("units/backtest", """{"prompt":"x","days":31}""", "days must be 1 to 30.")]
    [InlineData("units/backtest", """{"prompt":"x","weeks":1}""", "The field 'weeks' is unknown; this request takes prompt, days.")]
    [InlineData("units/unit_00000000000000000000000000000000/test", """{"event":"x"}""", "event must be an object with fields of the item.")]
    public async Task Request_ThatIsMalformed_SaysWhatIsWrong(string route, string body, string error)
    {
        using var user = fixture.Api.User(Seed.NewUid());

        var reply = await user.SendAsync(HttpMethod.Post, $"/api/cortex/{route}", JsonNode.Parse(body));

        ProblemAssert.Is(400, reply);
        Assert.Equal(error, (string)reply.Json["error"]!);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("backtest")]
    public async Task Body_MayBeLeftOut(string what)
    {
        using var user = fixture.Api.User(Seed.NewUid());

        ProblemAssert.Is(404, await user.SendAsync(HttpMethod.Post, $"/api/cortex/units/unit_00000000000000000000000000000000/{what}"));
    }

    [Theory]
    [InlineData("test")]
    [InlineData("backtest")]
    public async Task Unit_OfAnotherUser_IsNotFound(string what)
    {
        var owner = Seed.NewUid();
        var unit = await fixture.Seed.UnitAsync(owner);
        using var stranger = fixture.Api.User(Seed.NewUid());

        ProblemAssert.Is(404, await stranger.SendAsync(HttpMethod.Post, $"/api/cortex/units/{unit}/{what}", new JsonObject()));
    }
}
