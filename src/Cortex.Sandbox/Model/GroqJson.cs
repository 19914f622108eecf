using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Model;

internal static class GroqJson
{
    public const string DefaultModel = "openai/gpt-oss-120b";

    /// <summary>A token is about four characters; the sandbox only needs a plausible count.</summary>
    private const int CharsPerToken = 4;

    private const double SecondsPerToken = 0.001;

    public static JsonObject Error(string message, string type, string? code)
        => new() { ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["code"] = code } };

    public static JsonNode UsualError(int status) => status switch
    {
        404 => NoModel(DefaultModel),
        413 => TooLarge(DefaultModel),
        429 => Error("Rate limit reached for model. Please try again in 1s.", "tokens", "rate_limit_exceeded"),
        >= 500 => Error("Internal Server Error", "internal_server_error", null),
        _ => Error("The request failed.", "invalid_request_error", "sandbox_fault"),
    };

    public static JsonObject TooLarge(string model) => Error(
        $"Request too large for model `{model}` in organization `org_sandbox` service tier `on_demand` on tokens per minute (TPM): Limit 8000, Requested 9386, please reduce your message size and try again.",
        "tokens",
        "rate_limit_exceeded");

    public static JsonObject NoModel(string model) =>
        Error($"The model `{model}` does not exist or you do not have access to it.", "invalid_request_error", "model_not_found");

    public static JsonObject Models(DateTimeOffset now) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray(new JsonObject
        {
            ["id"] = DefaultModel,
            ["object"] = "model",
            ["created"] = now.ToUnixTimeSeconds(),
            ["owned_by"] = "sandbox",
            ["active"] = true,
        }),
    };

    /// <summary>All that the messages say, in order.</summary>
    public static string Prompt(JsonObject request)
        => string.Join('\n', (request["messages"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(message => Texts(message["content"])));

    public static JsonObject Completion(JsonObject request, ModelReply reply, DateTimeOffset now)
    {
        var content = reply.Text;
        var message = new JsonObject { ["role"] = "assistant", ["content"] = content };
        var id = Guid.NewGuid();
        return new JsonObject
        {
            ["id"] = $"chatcmpl-{id}",
            ["object"] = "chat.completion",
            ["created"] = now.ToUnixTimeSeconds(),
            ["model"] = request["model"]?.DeepClone() ?? DefaultModel,
            ["choices"] = new JsonArray(
                new JsonObject { ["index"] = 0, ["message"] = message, ["logprobs"] = null, ["finish_reason"] = reply.FinishReason }),
            ["usage"] = Usage(Prompt(request).Length / CharsPerToken, content.Length / CharsPerToken),
            ["system_fingerprint"] = "fp_sandbox",
            ["x_groq"] = new JsonObject { ["id"] = $"req_{id:N}" },
        };
    }

    private static JsonObject Usage(int promptTokens, int completionTokens) => new()
    {
        ["queue_time"] = SecondsPerToken,
        ["prompt_tokens"] = promptTokens,
        ["prompt_time"] = promptTokens * SecondsPerToken,
        ["completion_tokens"] = completionTokens,
        ["completion_time"] = completionTokens * SecondsPerToken,
        ["total_tokens"] = promptTokens + completionTokens,
        ["total_time"] = (promptTokens + completionTokens) * SecondsPerToken,
    };

    /// <summary>The content of a message is text, or a list of parts that hold text.</summary>
    private static IEnumerable<string> Texts(JsonNode? content) => content switch
    {
        JsonValue text when text.GetValueKind() == JsonValueKind.String => [text.GetValue<string>()],
        JsonArray parts => parts.OfType<JsonObject>().SelectMany(part => Texts(part["text"])),
        _ => [],
    };
}
