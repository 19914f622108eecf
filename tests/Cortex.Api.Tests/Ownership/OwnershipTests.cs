using Cortex.Api.Tests.Support;
using Cortex.Testing;

namespace Cortex.Api.Tests.Ownership;

/// <summary>What belongs to another user is not there: for every route of the OpenAPI document that takes an id.</summary>
public sealed class OwnershipTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    /// <summary>One row per route: how to make what it names, and the body that it takes. A route that is missing here fails the test.</summary>
    private static readonly Dictionary<string, (Func<Seed, string, Task<string>> Make, object? Body)> Routes = new(StringComparer.Ordinal)
    {
        ["get /api/cortex/units/{id}"] = (Unit, null),
        ["patch /api/cortex/units/{id}"] = (Unit, new { name = "Mine now" }),
        ["patch /api/cortex/units/{id}/status"] = (Unit, new { status = "paused" }),
        ["delete /api/cortex/units/{id}"] = (Unit, null),
        ["get /api/cortex/runs/{id}"] = (Run, null),
        ["get /api/cortex/runs/{id}/steps"] = (Run, null),
        ["get /api/cortex/runs/{id}/steps/{index}"] = (Run, null),
        ["post /api/cortex/runs/{id}/retry"] = (Run, null),
        ["post /api/cortex/runs/{id}/rerun"] = (Run, null),
        ["post /api/cortex/runs/{id}/cancel"] = (Run, null),
        ["post /api/cortex/dead-letters/{id}/retry"] = (DeadLetter, null),
        ["get /api/cortex/jobs/{id}"] = (Job, null),
        ["post /api/cortex/units/{id}/test"] = (Unit, new { }),
        ["post /api/cortex/units/{id}/backtest"] = (Unit, new { }),
        ["delete /api/cortex/connections/{id}"] = (Connection, null),
        ["get /api/cortex/events/{id}"] = (Event, null),
    };

    public static TheoryData<string> RouteNames => [.. Routes.Keys];

    [Fact]
    public async Task Table_NamesEveryRouteWithAnId()
    {
        var documented = (await OpenApi.OperationsAsync(fixture.Api)).Where(o => o.Path.Contains('{', StringComparison.Ordinal)).Select(o => $"{o.Method} {o.Path}");

        Assert.Equal(Routes.Keys.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RouteNames))]
    public async Task Route_WithSomeoneElsesId_IsNotFound(string route)
    {
        var id = await Routes[route].Make(fixture.Seed, Seed.NewUid());
        using var stranger = fixture.Api.User(Seed.NewUid());

        ProblemAssert.Is(404, await SendAsync(stranger, route, id));
    }

    [Theory]
    [MemberData(nameof(RouteNames))]
    public async Task Route_WithTheOwnersId_IsFound(string route)
    {
        var uid = Seed.NewUid();
        var id = await Routes[route].Make(fixture.Seed, uid);
        using var owner = fixture.Api.User(uid);

        // No silo is up: what needs a grain gets as far as missing it.
        Assert.Equal(route.StartsWith("get", StringComparison.Ordinal) ? 200 : 503, (await SendAsync(owner, route, id)).Status);
    }

    [Theory]
    [MemberData(nameof(RouteNames))]
    public async Task Route_WithAnIdThatIsNone_IsNotFound(string route)
    {
        using var user = fixture.Api.User(Seed.NewUid());
        var id = await Routes[route].Make(fixture.Seed, Seed.NewUid());

        foreach (var wrong in (string[])["x", "00000000000000000000000000000000", id.ToUpperInvariant(), id + "0"])
        {
            ProblemAssert.Is(404, await SendAsync(user, route, wrong));
        }
    }

    [Theory]
    [MemberData(nameof(RouteNames))]
    public async Task Route_WithoutAToken_IsRefused(string route)
    {
        var (method, path) = Split(route);

        ProblemAssert.Is(401, await fixture.Api.Anonymous.SendAsync(method, path.Replace("{id}", "x", StringComparison.Ordinal).Replace("{index}", "0", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("units")]
    [InlineData("runs")]
    [InlineData("connections")]
    [InlineData("events")]
    [InlineData("notifications")]
    [InlineData("dead-letters")]
    public async Task List_HoldsNothingOfOthers(string plural)
    {
        var other = Seed.NewUid();
        await DeadLetter(fixture.Seed, other);
        await fixture.Seed.DeadRunAsync(other);
        await Unit(fixture.Seed, other);
        await Run(fixture.Seed, other);
        await Event(fixture.Seed, other);
        await fixture.Seed.NotificationAsync(other);
        using var user = fixture.Api.User(Seed.NewUid());

        Assert.Empty((await user.SendAsync(HttpMethod.Get, $"/api/cortex/{plural}")).Ok()[plural == "dead-letters" ? "deadLetters" : plural]!.AsArray());
    }

    private static Task<HttpJson.Reply> SendAsync(CortexClient user, string route, string id)
    {
        var (method, path) = Split(route);
        return user.SendAsync(method, path.Replace("{id}", id, StringComparison.Ordinal).Replace("{index}", "0", StringComparison.Ordinal).Replace("{index}", "0", StringComparison.Ordinal), Routes[route].Body);
    }

    private static (HttpMethod Method, string Path) Split(string route) => (HttpMethod.Parse(route.Split(' ')[0]), route.Split(' ')[1]);

    private static async Task<string> Unit(Seed seed, string uid) => (await seed.UnitAsync(uid)).ToString();

    private static async Task<string> Run(Seed seed, string uid) => (await seed.RunAsync(uid, await seed.UnitAsync(uid))).ToString();

    private static async Task<string> Connection(Seed seed, string uid) => (await seed.ConnectionAsync(uid)).Key.ToString();

    private static async Task<string> DeadLetter(Seed seed, string uid) => (await seed.DeadEventAsync(uid)).ToString();

    private static async Task<string> Job(Seed seed, string uid) => (await seed.JobAsync(uid)).ToString();

    private static async Task<string> Event(Seed seed, string uid) => (await seed.EventAsync(uid)).ToString();
}
