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

    [Fact]
    public async Task Key_Missing_Is401()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        Assert.Equal(401, (await sandbox.GetAsync("/groq/openai/v1/models")).Status);
    }

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
