namespace Cortex.Sandbox.Control;

/// <summary>Refusals of the control routes: one sentence each.</summary>
internal static class ControlResults
{
    public static IResult Invalid(string sentence) => Refuse(StatusCodes.Status400BadRequest, sentence);

    public static IResult NotFound(string sentence) => Refuse(StatusCodes.Status404NotFound, sentence);

    public static IResult Conflict(string sentence) => Refuse(StatusCodes.Status409Conflict, sentence);

    public static IResult Full(string sentence) => Refuse(StatusCodes.Status429TooManyRequests, sentence);

    private static IResult Refuse(int status, string sentence) => Results.Json(new { error = sentence }, statusCode: status);
}
