using System.Text.Json;
using Cortex.Core.Tests.Support;

namespace Cortex.Core.Tests.Model;

/// <summary>Answers as Groq gives them.</summary>
internal static class Completion
{
    public static Reply Of(string content) => Reply.Json(JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_790_000_000,
        model = "openai/gpt-oss-120b",
        choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = "stop" } },
        usage = new { prompt_tokens = 1200, completion_tokens = 80, total_tokens = 1280 },
    }));

    public static Reply RateLimited(string retryAfter) => Reply.Status(
        429, """{"error":{"message":"Rate limit reached for model","type":"tokens","code":"rate_limit_exceeded"}}""", ("retry-after", retryAfter));

    public static Reply Error(int status) => Reply.Status(status, """{"error":{"message":"Internal Server Error","type":"internal_server_error"}}""");
}
