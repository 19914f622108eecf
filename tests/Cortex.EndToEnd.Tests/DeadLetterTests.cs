using System.Text.Json.Nodes;
using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>What failed or was given up, and is driven again over HTTP: one by one, and many at once.</summary>
public sealed class DeadLetterTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Reply = "when: email from test@test.com then: reply \"Thank you\"";

    private CortexApplication _cortex = null!;
    private ChecklistFlows _flows = null!;

    public async ValueTask InitializeAsync()
    {
        _cortex = await CortexApplication.StartAsync(await postgres.CreateDatabaseAsync());
        _flows = new(_cortex.Api, _cortex.Sandbox);
    }

    [Fact]
    public async Task RunsThatFailed_AreRetriedByAFilter_AndTheJobIsToldOnTheStream()
    {
        var (user, mailbox) = await _flows.UserWithGmailAsync();
        using var _ = user;
        var unitId = (string)(await user.CreateUnitAsync(Reply))["id"]!;
        await _cortex.Sandbox.FaultAsync(new { match = "/drafts/send", times = 2, status = 400, connectionId = mailbox });
        await _cortex.Sandbox.SendEmailAsync(mailbox, "test@test.com", "One");
        await _cortex.Sandbox.SendEmailAsync(mailbox, "test@test.com", "Two");
        await user.RunsOfAsync(unitId, 2, "failed");
        Assert.Empty((await user.SendAsync(HttpMethod.Get, "/api/cortex/dead-letters")).Ok()["deadLetters"]!.AsArray());
        await using var stream = await user.StreamAsync();

        var answer = await RetryAsync(user, "/api/cortex/runs/retry", new { filter = new { unitId } }, "key");
        var again = await RetryAsync(user, "/api/cortex/runs/retry", new { filter = new { unitId } }, "key");

        Assert.Equal((string)answer["id"]!, (string)again["id"]!);
        var told = await stream.NextAsync(m => m.Name == "job" && (string)m.Json["status"]! == "completed");
        Assert.Equal(((string)answer["id"]!, 2, 2, 0), ((string)told.Json["id"]!, (int)told.Json["total"]!, (int)told.Json["done"]!, (int)told.Json["failed"]!));
        Assert.All(await user.RunsOfAsync(unitId, 2), run => Assert.Equal(2, (int)run["attempt"]!));
    }

    [Fact]
    public async Task DeliveryThatWasGivenUp_IsListed_AndDrivenAgain()
    {
        var (user, mailbox) = await _flows.UserWithGmailAsync();
        using var _ = user;
        var unitId = (string)(await user.CreateUnitAsync(ChecklistFlows.Prompt))["id"]!;
        await _cortex.Sandbox.FaultAsync(new { match = "GET /records", times = 1, status = 400, connectionId = mailbox });
        await _cortex.Sandbox.SendEmailAsync(mailbox, "test@test.com", "Given up");
        var dead = await Eventually.GetAsync(async () => (await user.SendAsync(HttpMethod.Get, "/api/cortex/dead-letters?reason=rejected")).Ok()["deadLetters"]!.AsArray() is [{ } one] ? one : null);
        Assert.Equal("event", (string)dead["kind"]!);

        var answer = (await user.SendAsync(HttpMethod.Post, $"/api/cortex/dead-letters/{dead["id"]}/retry", null, ("Idempotency-Key", "key"))).Ok();

        Assert.Equal((string)dead["id"]!, (string)answer["event"]!["id"]!);
        Assert.Equal((string)dead["id"]!, (string)Assert.Single(await user.RunsOfAsync(unitId, 1))["eventId"]!);
        Assert.Equal(202, (await user.SendAsync(HttpMethod.Post, $"/api/cortex/dead-letters/{dead["id"]}/retry", null, ("Idempotency-Key", "key"))).Status);
        Assert.Equal(409, (await user.SendAsync(HttpMethod.Post, $"/api/cortex/dead-letters/{dead["id"]}/retry")).Status);
        Assert.Empty((await user.SendAsync(HttpMethod.Get, "/api/cortex/dead-letters")).Ok()["deadLetters"]!.AsArray());
        Assert.Single(await user.RunsAsync(unitId));
    }

    public async ValueTask DisposeAsync() => await _cortex.DisposeAsync();

    private static async Task<JsonNode> RetryAsync(CortexClient user, string path, object body, string key)
    {
        var reply = await user.SendAsync(HttpMethod.Post, path, body, ("Idempotency-Key", key));
        var job = reply.Ok()["job"]!;
        Assert.Equal((202, $"/api/cortex/jobs/{job["id"]}"), (reply.Status, reply.Response.Headers.Location!.ToString()));
        return job;
    }
}
