using System.Text.Json;
using Cortex.Core.Tests.Support;

namespace Cortex.Core.Tests.Model;

/// <summary>Answers as Groq gives them.</summary>
internal static class Completion
{
    public static Reply Of(string content, string finishReason = "stop") => Reply.Json(Json(content, finishReason));

    /// <summary>An answer with what it says of the account's limits.</summary>
    public static Reply Of(string content, (string Name, string Value)[] rates) => Reply.Status(200, Json(content, "stop"), rates);

    public static Reply RateLimited(string retryAfter, string message = "Rate limit reached for model") => Reply.Status(
        429, Error(message, "tokens", "rate_limit_exceeded"), ("retry-after", retryAfter));

    public static Reply DayUsedUp(string retryAfter) => RateLimited(
        retryAfter, "Rate limit reached for model `openai/gpt-oss-120b` on tokens per day (TPD): Limit 200000, Used 197050, Requested 6619. Please try again in 1h10m.");

    public static Reply TooLarge() => Reply.Status(
        413,
        Error(
            "Request too large for model `openai/gpt-oss-120b` in organization `org_1` service tier `on_demand` on tokens per minute (TPM): Limit 8000, Requested 9386, please reduce your message size.",
            "tokens",
            "rate_limit_exceeded"));

    public static Reply Malformed(string generation) => Reply.Status(400, JsonSerializer.Serialize(new
    {
        error = new { message = "Generated JSON does not match the expected schema.", type = "invalid_request_error", code = "json_validate_failed", failed_generation = generation },
    }));

    public static Reply NoSchemas() => Reply.Status(
        400, Error("This model does not support response format `json_schema`.", "invalid_request_error", null));

    public static Reply Error(int status) => Reply.Status(status, Error("Internal Server Error", "internal_server_error", null));

    private static string Error(string message, string type, string? code) => JsonSerializer.Serialize(new { error = new { message, type, code } });

    private static string Json(string content, string finishReason) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_790_000_000,
        model = "openai/gpt-oss-120b",
        choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = finishReason } },
        usage = new { prompt_tokens = 1200, completion_tokens = 80, total_tokens = 1280 },
    });
}
