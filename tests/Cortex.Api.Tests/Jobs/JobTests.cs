using System.Text.Json.Nodes;
using Cortex.Api.Tests.Support;

namespace Cortex.Api.Tests.Jobs;

/// <summary>Requests about many runs at once; no silo is up to take them.</summary>
public sealed class JobTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("runs/retry", """{"filter":{}}""")]
    [InlineData("runs/retry", """{"filter":{"unitId":"{unit}","status":"canceled","reason":"gave_up","from":"2026-01-01","to":"2026-02-01T10:00:00Z"}}""")]
    [InlineData("runs/cancel", """{"filter":{"status":"waiting","from":"2026-01-01T10:00+02:00"}}""")]
    [InlineData("dead-letters/retry", """{"filter":{"kind":"run","reason":"poison"}}""")]
    public async Task Request_ThatIsRight_GetsAsFarAsMissingASilo(string route, string body)
    {
        using var user = fixture.Api.User(Seed.NewUid());

        Assert.Equal(503, (await user.SendAsync(HttpMethod.Post, $"/api/cortex/{route}", Body(body))).Status);
    }

    [Theory]
    [InlineData("runs/retry", "{}", "filter")]
    [InlineData("runs/retry", """{"filter":null}""", "filter")]
    [InlineData("runs/retry", """{"filter":{"colour":"red"}}""", "filter.colour")]
    [InlineData("runs/retry", """{"filter":{},"all":true}""", "all")]
    [InlineData("runs/retry", """{"filter":{"status":"completed"}}""", "status")]
    [InlineData("runs/retry", """{"filter":{"status":7}}""", "status")]
    [InlineData("runs/retry", """{"filter":{"unitId":"7"}}""", "unitId")]
    [InlineData("runs/retry", """{"filter":{"reason":"tired"}}""", "reason")]
    [InlineData("runs/retry", """{"filter":{"from":"noon"}}""", "from")]
    [InlineData("runs/cancel", """{"filter":{"status":"failed"}}""", "status")]
    [InlineData("runs/cancel", """{"filter":{"reason":"poison"}}""", "filter.reason")]
    [InlineData("dead-letters/retry", """{"filter":{"status":"failed"}}""", "filter.status")]
    [InlineData("dead-letters/retry", """{"filter":{"kind":"unit"}}""", "kind")]
    [InlineData("dead-letters/retry", """{"filter":{"kind":"ru\u0000n"}}""", "filter.kind")]
    public async Task Request_ThatIsWrong_NamesWhatIsWrong(string route, string body, string named)
    {
        using var user = fixture.Api.User(Seed.NewUid());

        Assert.Contains(named, ProblemAssert.Is(400, await user.SendAsync(HttpMethod.Post, $"/api/cortex/{route}", Body(body))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_ShowsHowFarItHasCome_AndWhatItPicked()
    {
        var uid = Seed.NewUid();
        var unit = await fixture.Seed.UnitAsync(uid);
        var id = await fixture.Seed.JobAsync(uid, new(Unit: unit, From: new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero)));
        using var user = fixture.Api.User(uid);

        var job = (await user.SendAsync(HttpMethod.Get, $"/api/cortex/jobs/{id}")).Ok()["job"]!;

        Assert.Equal((id.ToString(), "retry_runs", "running", 3, 0, 0, false), ((string)job["id"]!, (string)job["kind"]!, (string)job["status"]!, (int)job["total"]!, (int)job["done"]!, (int)job["failed"]!, (bool)job["partial"]!));
        Assert.Equal($$"""{"unitId":"{{unit}}","from":"2026-03-01T09:00:00Z"}""", job["filter"]!.ToJsonString());
        Assert.Null(job["completedAt"]);
    }

    private static JsonNode Body(string json) => JsonNode.Parse(json.Replace("{unit}", UnitId.New(TimeProvider.System.GetUtcNow()).ToString(), StringComparison.Ordinal))!;
}
