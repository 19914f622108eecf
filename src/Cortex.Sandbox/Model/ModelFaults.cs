using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Model;

/// <summary>What Groq answers when it does not answer, in its own words.</summary>
internal static class ModelFaults
{
    /// <summary>The model did not keep to the schema; what it had written comes with the error.</summary>
    public const string Malformed = "malformed";

    private const string TooLarge = "too-large";
    private const string MinuteUsedUp = "minute-used-up";
    private const string DayUsedUp = "day-used-up";
    private const string NoSchemas = "no-schemas";
    private const string NoModel = "no-model";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Malformed, TooLarge, MinuteUsedUp, DayUsedUp, NoSchemas, NoModel];

    public static IResult Answer(ModelReply reply, JsonNode? model, HttpResponse response)
    {
        var name = model?.ToString() ?? GroqJson.DefaultModel;
        switch (reply.Fault)
        {
            case Malformed:
                var error = GroqJson.Error("Generated JSON does not match the expected schema. Please adjust your prompt. See 'failed_generation' for more details.", "invalid_request_error", "json_validate_failed");
                error["error"]!["failed_generation"] = reply.Text;
                return Refuse(StatusCodes.Status400BadRequest, error);
            case TooLarge:
                return Refuse(StatusCodes.Status413PayloadTooLarge, GroqJson.TooLarge(name));
            case MinuteUsedUp:
                response.Headers.RetryAfter = "7.66";
                response.Headers["x-ratelimit-remaining-tokens"] = "0";
                response.Headers["x-ratelimit-reset-tokens"] = "1m0s";
                return Refuse(StatusCodes.Status429TooManyRequests, Limit(name, "tokens per minute (TPM): Limit 18000, Used 17020, Requested 3278", "7.66s"));
            case DayUsedUp:
                response.Headers.RetryAfter = "4200";
                return Refuse(StatusCodes.Status429TooManyRequests, Limit(name, "tokens per day (TPD): Limit 200000, Used 198400, Requested 11322", "1h10m0s"));
            case NoSchemas:
                return Refuse(StatusCodes.Status400BadRequest, GroqJson.Error("This model does not support response format `json_schema`.", "invalid_request_error", null));
            default:
                return Refuse(StatusCodes.Status404NotFound, GroqJson.NoModel(name));
        }
    }

    private static JsonObject Limit(string model, string what, string wait) => GroqJson.Error(
        $"Rate limit reached for model `{model}` in organization `org_sandbox` service tier `on_demand` on {what}. Please try again in {wait}.", "tokens", "rate_limit_exceeded");

    private static IResult Refuse(int status, JsonObject error) => Results.Json(error, statusCode: status);
}
