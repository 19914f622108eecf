namespace Cortex.Api.Problems;

/// <summary>Sentences for refusals that the framework makes: no such route, wrong method, body too large.</summary>
internal static class StatusSentences
{
    public static string Of(int status, HttpRequest request) => status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read; see /docs for what it must look like.",
        StatusCodes.Status404NotFound => "There is nothing at this address; see /docs for what there is.",
        StatusCodes.Status405MethodNotAllowed => $"This address does not take {request.Method}; see /docs for what it takes.",
        StatusCodes.Status413PayloadTooLarge => "The body is too large.",
        StatusCodes.Status500InternalServerError => "Something went wrong on our side; the trace id finds it in the logs.",
        _ => "The request was refused.",
    };

    public static Problem ToProblem(int status, HttpRequest request) => new(status, Of(status, request));
}
