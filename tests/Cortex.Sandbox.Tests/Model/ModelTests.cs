using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Model;

public sealed class ModelTests
{
    [Fact]
    public async Task Replies_PutIn_AreReplayedInOrderForTheirPrompt()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.PostAsync("/sandbox/model", new { match = "invoice", reply = "first" });
        await sandbox.PostAsync("/sandbox/model", new { match = "lead", reply = new { version = 1 } });
        await sandbox.PostAsync("/sandbox/model", new { match = "invoice", reply = "third" });

        Assert.Equal("""{"version":1}""", Content(await AskAsync(sandbox, "a new lead")));
        Assert.Equal("first", Content(await AskAsync(sandbox, "an invoice")));
        Assert.Equal("third", Content(await AskAsync(sandbox, "an invoice")));
        Assert.Equal(404, (await AskAsync(sandbox, "an invoice")).Status);
        Assert.Equal(4, (await sandbox.GetAsync("/sandbox/model"))["requests"].AsArray().Count);
    }

    [Fact]
    public async Task Completion_HasTheShapeOfGroqs()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.PostAsync("/sandbox/model", new { match = "x", reply = "y" });

        var answer = await AskAsync(sandbox, "x");

        Assert.Equal("chat.completion", answer["object"].GetValue<string>());
        Assert.Equal("stop", answer["choices"][0]!["finish_reason"]!.GetValue<string>());
        Assert.NotNull(answer["usage"]["total_tokens"]);
        Assert.True(answer.Headers.Contains("x-ratelimit-remaining-tokens"));
    }

    [Fact]
    public async Task Fault_OnTheModel_HasTheShapeOfGroqs()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultAsync(new { match = "chat/completions", status = 429 });

        Assert.Equal("rate_limit_exceeded", (await AskAsync(sandbox, "x"))["error"]["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("malformed", 400, "json_validate_failed")]
    [InlineData("too-large", 413, "rate_limit_exceeded")]
    [InlineData("minute-used-up", 429, "rate_limit_exceeded")]
    [InlineData("day-used-up", 429, "rate_limit_exceeded")]
    [InlineData("no-schemas", 400, null)]
    [InlineData("no-model", 404, "model_not_found")]
    public async Task Fault_OfAPrompt_HitsThatPromptOnce(string fault, int status, string? code)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.PostAsync("/sandbox/model", new { match = "lead", fault });
        await sandbox.PostAsync("/sandbox/model", new { match = "invoice", reply = "fine" });

        Assert.Equal("fine", Content(await AskAsync(sandbox, "an invoice")));
        var answer = await AskAsync(sandbox, "a new lead");

        Assert.Equal((status, code), (answer.Status, answer["error"]["code"]?.GetValue<string>()));
        Assert.Equal(404, (await AskAsync(sandbox, "a new lead")).Status);
    }

    [Fact]
    public async Task Malformed_CarriesWhatTheModelHadWritten()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.PostAsync("/sandbox/model", new { match = "x", fault = "malformed", reply = new { version = 1 } });

        Assert.Equal("""{"version":1}""", (await AskAsync(sandbox, "x"))["error"]["failed_generation"]!.GetValue<string>());
    }

    [Fact]
    public async Task UsedUpLimits_SayWhenTheyComeBack()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.PostAsync("/sandbox/model", new { match = "x", fault = "minute-used-up" });
        await sandbox.PostAsync("/sandbox/model", new { match = "x", fault = "day-used-up" });

        var minute = await AskAsync(sandbox, "x");
        var day = await AskAsync(sandbox, "x");

        Assert.Equal(("7.66", "0", "1m0s"), (Header(minute, "retry-after"), Header(minute, "x-ratelimit-remaining-tokens"), Header(minute, "x-ratelimit-reset-tokens")));
        Assert.Equal(("4200", "17900"), (Header(day, "retry-after"), Header(day, "x-ratelimit-remaining-tokens")));
        Assert.Contains("tokens per day", day["error"]["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CutAnswer_AndEmptyAnswer_SayWhyTheyEnded()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.PostAsync("/sandbox/model", new { match = "x", reply = "half an ans", finishReason = "length" });
        await sandbox.PostAsync("/sandbox/model", new { match = "x", reply = "" });

        var cut = await AskAsync(sandbox, "x");
        var empty = await AskAsync(sandbox, "x");

        Assert.Equal(("half an ans", "length"), (Content(cut), cut["choices"][0]!["finish_reason"]!.GetValue<string>()));
        Assert.Equal(("", "stop"), (Content(empty), empty["choices"][0]!["finish_reason"]!.GetValue<string>()));
    }

    [Fact]
    public async Task SlowAnswer_ComesAfterItsTime()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.PostAsync("/sandbox/model", new { match = "x", reply = "late", delayMs = 50 });
        var start = TimeProvider.System.GetTimestamp();

        Assert.Equal("late", Content(await AskAsync(sandbox, "x")));
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(45));
    }

    [Fact]
    public async Task Reply_ThatMakesNoSense_IsRefused()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        object[] replies =
        [
            new { match = "x" }, new { match = "x", fault = "fire" }, new { match = "x", fault = "too-large", reply = "y" },
            new { match = "x", reply = "y", finishReason = "tired" }, new { match = "x", reply = "y", delayMs = -1 },
        ];

        foreach (var reply in replies)
        {
            Assert.Equal(400, (await sandbox.PostAsync("/sandbox/model", reply)).Status);
        }
    }

    [Fact]
    public async Task Key_Missing_Is401()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        Assert.Equal(401, (await sandbox.GetAsync("/groq/openai/v1/models")).Status);
    }

    private static string Header(Answer answer, string name) => answer.Headers.GetValues(name).Single();

    private static string Content(Answer answer) => answer["choices"][0]!["message"]!["content"]!.GetValue<string>();

    private static async Task<Answer> AskAsync(SandboxHost sandbox, string prompt)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/groq/openai/v1/chat/completions");
        request.Headers.Authorization = new("Bearer", "gsk_any");
        request.Content = JsonContent.Create(new JsonObject
        {
            ["model"] = "openai/gpt-oss-20b",
            ["messages"] = new JsonArray(
                new JsonObject { ["role"] = "system", ["content"] = "You compile." },
                new JsonObject { ["role"] = "user", ["content"] = prompt }),
        });
        return await Answer.OfAsync(await sandbox.Http.SendAsync(request));
    }
}
