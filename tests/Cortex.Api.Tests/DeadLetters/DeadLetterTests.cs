using Cortex.Api.Tests.Support;
using Cortex.Storage.DeadLetters;

namespace Cortex.Api.Tests.DeadLetters;

/// <summary>What was given up, as its user sees it.</summary>
public sealed class DeadLetterTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Path = "/api/cortex/dead-letters";

    [Fact]
    public async Task List_SaysWhatAndWhy()
    {
        var uid = Seed.NewUid();
        var e = await fixture.Seed.DeadEventAsync(uid);
        var unit = await fixture.Seed.UnitAsync(uid);
        var run = await fixture.Seed.DeadRunAsync(uid, unit, DeadReason.MayHaveHappened);
        await fixture.Seed.RunAsync(uid, unit); // refused for good
        using var user = fixture.Api.User(uid);

        var listed = (await user.SendAsync(HttpMethod.Get, Path)).Ok()["deadLetters"]!.AsArray();

        Assert.Equal(
            [(run.ToString(), "run", "may_have_happened", "It failed."), (e.ToString(), "event", "poison", "Too bad.")],
            listed.Select(d => ((string)d!["id"]!, (string)d["kind"]!, (string)d["reason"]!, (string)d["error"]!)));
        Assert.Equal((unit.ToString(), null), ((string?)listed[0]!["unitId"], (string?)listed[1]!["unitId"]));
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("reason=poison", 2)]
    [InlineData("reason=gave_up&kind=run", 1)]
    [InlineData("kind=event", 1)]
    [InlineData("unitId={unit}", 1)]
    [InlineData("to=2026-01-01", 0)]
    [InlineData("from=2026-01-01T00:00:00Z&to=2999-01-01T00:00:00.5%2B01:00", 3)]
    public async Task List_ByAFilter_IsOnlyThose(string query, int count)
    {
        var uid = Seed.NewUid();
        var unit = await fixture.Seed.UnitAsync(uid);
        await fixture.Seed.DeadEventAsync(uid);
        await fixture.Seed.DeadRunAsync(uid, reason: DeadReason.Poison);
        await fixture.Seed.DeadRunAsync(uid, unit);
        using var user = fixture.Api.User(uid);

        var listed = (await user.SendAsync(HttpMethod.Get, $"{Path}?{query.Replace("{unit}", unit.ToString(), StringComparison.Ordinal)}")).Ok()["deadLetters"]!.AsArray();

        Assert.Equal(count, listed.Count);
    }

    [Theory]
    [InlineData("reason=tired", "reason")]
    [InlineData("kind=unit", "kind")]
    [InlineData("unitId=7", "unitId")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=03/01/2026", "to")]
    public async Task List_ByAWrongFilter_NamesWhatIsWrong(string query, string named)
    {
        using var user = fixture.Api.User(Seed.NewUid());

        Assert.StartsWith(named, ProblemAssert.Is(400, await user.SendAsync(HttpMethod.Get, $"{Path}?{query}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_OfWhatIsNotGivenUp_IsRefused_UnlessTheSameRequestRetriedIt()
    {
        var uid = Seed.NewUid();
        var (run, e) = (await fixture.Seed.RunAsync(uid), await fixture.Seed.EventAsync(uid));
        using var user = fixture.Api.User(uid);

        foreach (var id in (string[])[run.ToString(), e.ToString()])
        {
            ProblemAssert.Is(409, await user.SendAsync(HttpMethod.Post, $"{Path}/{id}/retry"));
            ProblemAssert.Is(409, await user.SendAsync(HttpMethod.Post, $"{Path}/{id}/retry", null, ("Idempotency-Key", "key")));
        }

        await Streams.StoredChanges.ExecuteAsync(fixture.Api, $"UPDATE runs SET retry_key = 'key' WHERE id = '{run.Value}'; UPDATE events SET redrive_key = 'key' WHERE id = '{e.Value}'");
        foreach (var id in (string[])[run.ToString(), e.ToString()])
        {
            // No silo is up: it gets as far as missing one.
            Assert.Equal(503, (await user.SendAsync(HttpMethod.Post, $"{Path}/{id}/retry", null, ("Idempotency-Key", "key"))).Status);
        }
    }
}
