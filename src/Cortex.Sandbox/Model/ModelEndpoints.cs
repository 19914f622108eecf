using System.Text.Json.Nodes;
using Cortex.Sandbox.Control;
using Cortex.Sandbox.Faults;

namespace Cortex.Sandbox.Model;

/// <summary>The OpenAI-compatible interface of Groq. No model stands behind it: it replays what a test put in.</summary>
internal static class ModelEndpoints
{
    public static void MapModel(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sandbox/model", Add);
        routes.MapGet("/sandbox/model", Show);
        routes.MapDelete("/sandbox/model", Clear);

        var groq = routes.MapGroup("/groq/openai/v1")
            .AddEndpointFilter<GroqGuard>()
            .AddEndpointFilter(new FaultFilter((_, status) => GroqJson.UsualError(status)));
        groq.MapGet("/models", (TimeProvider time) => Results.Json(GroqJson.Models(time.GetUtcNow())));
        groq.MapPost("/chat/completions", CompleteAsync);
    }

    private static IResult Add(ModelReply reply, ModelReplies replies)
        => reply.Flaw is { } flaw ? ControlResults.Invalid(flaw)
            : replies.TryAdd(reply)
            ? Results.Json(reply, statusCode: StatusCodes.Status201Created)
            : ControlResults.Full("Too many replies are waiting; DELETE /sandbox/model clears them.");

    private static IResult Show(ModelReplies replies)
    {
        var (waiting, requests) = replies.Snapshot();
        return Results.Json(new { waiting, requests });
    }

    private static IResult Clear(ModelReplies replies)
    {
        replies.Clear();
        return Results.NoContent();
    }

    private static async Task<IResult> CompleteAsync(JsonObject request, ModelReplies replies, TimeProvider time, HttpContext http)
    {
        if (request["stream"]?.GetValueKind() == System.Text.Json.JsonValueKind.True)
        {
            return Refuse(StatusCodes.Status400BadRequest, "The sandbox answers in one piece; send stream: false.", "stream_unsupported");
        }

        if (replies.Take(GroqJson.Prompt(request), request) is not { } reply)
        {
            return Refuse(
                StatusCodes.Status404NotFound,
                "No reply waits for this prompt; POST /sandbox/model {match, reply} puts one in.",
                "no_reply");
        }

        await Task.Delay(TimeSpan.FromMilliseconds(reply.DelayMs), time, http.RequestAborted);
        return reply.Fault is null
            ? Results.Json(GroqJson.Completion(request, reply, time.GetUtcNow()))
            : ModelFaults.Answer(reply, request["model"], http.Response);
    }

    private static IResult Refuse(int status, string message, string code)
        => Results.Json(GroqJson.Error(message, "invalid_request_error", code), statusCode: status);
}
