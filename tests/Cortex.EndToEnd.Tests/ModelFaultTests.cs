using System.Text.Json.Nodes;
using Cortex.Testing;

namespace Cortex.EndToEnd.Tests;

/// <summary>What a language model's service does instead of answering, through the whole system: what users are told, and what operators see.</summary>
public sealed class ModelFaultTests(PostgresFixture postgres)
{
    private const string Prompt = ModelAnswers.Prompt;

    [Fact]
    public async Task Faults_EndInAProgram_OrInASentence_AndShowInHealthAndConfig()
    {
        await using var cortex = await CortexApplication.StartAsync(await postgres.CreateDatabaseAsync(), withModel: true);
        var (user, _) = await new ChecklistFlows(cortex.Api, cortex.Sandbox).UserWithGmailAsync();
        using var owner = user;
        await Eventually.TrueAsync(async () => await StatusAsync(user) == ("ready", "healthy"));

        await cortex.Sandbox.ModelAsync(new { match = Prompt, fault = "malformed", reply = "{\"result\":" });
        await cortex.Sandbox.ModelAsync(new { match = Prompt, reply = ModelAnswers.Good });
        Assert.Equal(201, (await CreateAsync(user, Prompt)).Status);
        Assert.Equal("{\"result\":", (string)JsonNode.Parse(await UserMessageAsync(cortex))!["answer"]!);

        await cortex.Sandbox.ModelAsync(new { match = "again", reply = "{\"result\":", finishReason = "length" });
        await cortex.Sandbox.ModelAsync(new { match = "again", reply = ModelAnswers.Good });
        Assert.Equal(201, (await CreateAsync(user, Prompt + " again")).Status);
        Assert.Equal([1_400, 2_800], (await cortex.Sandbox.ModelRequestsAsync()).TakeLast(2).Select(request => (int)request!["max_completion_tokens"]!));

        await cortex.Sandbox.ModelAsync(new { match = "too", fault = "too-large" });
        var tooLarge = await CreateAsync(user, Prompt + " too");
        Assert.Equal(503, tooLarge.Status);
        Assert.Contains("account is too small", (string)tooLarge.Json["error"]!, StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => await StatusAsync(user) == ("failing", "degraded"));
        Assert.Contains("8000 tokens a minute", (string)(await ConfigAsync(user))["detail"]!, StringComparison.Ordinal);

        await cortex.Sandbox.ModelAsync(new { match = "slowly", reply = ModelAnswers.Good, delayMs = 2_500 });
        Assert.Equal(201, (await CreateAsync(user, Prompt + " slowly")).Status);
        await Eventually.TrueAsync(async () => await StatusAsync(user) == ("ready", "healthy"));

        await cortex.Sandbox.ModelAsync(new { match = "today", fault = "day-used-up" });
        var dayUsedUp = await CreateAsync(user, Prompt + " today");
        Assert.Equal((503, TimeSpan.FromSeconds(4_200)), (dayUsedUp.Status, dayUsedUp.Response.Headers.RetryAfter!.Delta));
        Assert.Contains("allowance for the day is used up. Try again in 70 minutes.", (string)dayUsedUp.Json["error"]!, StringComparison.Ordinal);
        Assert.Equal(201, (await CreateAsync(user, ChecklistFlows.Prompt)).Status);
        Assert.Equal(503, (await CreateAsync(user, Prompt + " tonight")).Status);
        Assert.DoesNotContain("tonight", await UserMessageAsync(cortex), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ModelThatTheServiceHasNot_ShowsAtOnce_AndHoldsNothingUp()
    {
        await using var cortex = await CortexApplication.StartAsync(await postgres.CreateDatabaseAsync(), withModel: true, ("GROQ_MODEL", "somebody/gone"));
        var (user, _) = await new ChecklistFlows(cortex.Api, cortex.Sandbox).UserWithGmailAsync();
        using var owner = user;

        await Eventually.TrueAsync(async () => await StatusAsync(user) == ("failing", "degraded"));
        Assert.Equal(("somebody/gone", "The language model's service has no model 'somebody/gone' (GROQ_MODEL)."), ((string)(await ConfigAsync(user))["name"]!, (string)(await ConfigAsync(user))["detail"]!));
        Assert.Equal(201, (await CreateAsync(user, ChecklistFlows.Prompt)).Status);
        Assert.Empty(await cortex.Sandbox.ModelRequestsAsync());
    }

    private static Task<HttpJson.Reply> CreateAsync(CortexClient user, string prompt) =>
        user.SendAsync(HttpMethod.Post, "/api/cortex/units", new { name = "Unhappy", prompt });

    private static async Task<JsonNode> ConfigAsync(CortexClient user) => (await user.SendAsync(HttpMethod.Get, "/api/cortex/config")).Ok()["model"]!;

    private static async Task<(string Config, string Health)> StatusAsync(CortexClient user)
    {
        var health = (await user.SendAsync(HttpMethod.Get, "/health")).Ok();
        return ((string)(await ConfigAsync(user))["status"]!, (string)health["checks"]!["model"]!["status"]!);
    }

    private static async Task<string> UserMessageAsync(CortexApplication cortex)
    {
        var content = (await cortex.Sandbox.ModelRequestsAsync())[^1]!["messages"]![1]!["content"]!;
        return (string)(content is JsonArray parts ? parts[0]!["text"]! : content)!;
    }
}
