using Cortex.Api.Tests.Support;
using Cortex.Testing;
using Npgsql;

namespace Cortex.Api.Tests.Problems;

/// <summary>Every refusal has one form, also those that the framework makes, and none tells how the inside looks.</summary>
public sealed class ProblemTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("GET", "/api/cortex/nothing", 404)]
    [InlineData("GET", "/api/webhooks/nango", 405)]
    [InlineData("PUT", "/api/cortex/units", 405)]
    [InlineData("DELETE", "/health", 405)]
    public async Task Route_ThatIsNone_IsAProblem(string method, string path, int status)
    {
        using var user = fixture.Api.User(Seed.NewUid());

        ProblemAssert.Is(status, await user.SendAsync(HttpMethod.Parse(method), path));
    }

    [Fact]
    public async Task Problem_ForABrowser_IsStillAProblem() =>
        ProblemAssert.Is(404, await fixture.Api.Anonymous.SendAsync(HttpMethod.Get, "/api/nothing", null, ("Accept", "text/html")));

    [Fact]
    public async Task Fault_ThatNobodyForesaw_TellsNothingOfTheInside()
    {
        var uid = Seed.NewUid();
        await fixture.Seed.UnitAsync(uid);
        await using var command = fixture.Api.Get<NpgsqlDataSource>().CreateCommand("UPDATE units SET status_log = '7' WHERE user_id = $1");
        command.Parameters.Add(new() { Value = uid });
        await command.ExecuteNonQueryAsync();
        using var user = fixture.Api.User(uid);

        var reply = await user.SendAsync(HttpMethod.Get, "/api/cortex/units");

        ProblemAssert.Is(500, reply);
        Assert.DoesNotContain("Json", reply.Body, StringComparison.Ordinal);
        Assert.Contains(fixture.Api.Log.Events, e => e.Exception is not null && e.TraceId.ToString() == (string)reply.Json["traceId"]!);
    }
}
