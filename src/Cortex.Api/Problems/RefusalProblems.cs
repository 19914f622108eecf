namespace Cortex.Api.Problems;

/// <summary>The one place where a grain's refusal becomes an HTTP status.</summary>
internal static class RefusalProblems
{
    /// <summary>How the sentence about a prompt that does not compile begins.</summary>
    private const string CompilationPrefix = "Invalid compilation: ";

    public static Problem ToProblem(this Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.NotFound => new(StatusCodes.Status404NotFound, refusal.Sentence),
        RefusalKind.Invalid => new(StatusCodes.Status400BadRequest, refusal.Sentence),
        RefusalKind.Unprocessable when refusal.Code is { } code => new(StatusCodes.Status422UnprocessableEntity, CompilationPrefix + refusal.Sentence, code, refusal.At, danger: refusal.Danger, repair: refusal.Danger is null ? refusal.Repair ?? Repair.None : null),
        RefusalKind.Unprocessable => new(StatusCodes.Status422UnprocessableEntity, refusal.Sentence),
        RefusalKind.Conflict => new(StatusCodes.Status409Conflict, refusal.Sentence),
        RefusalKind.Unavailable => Problem.Unavailable(refusal.Sentence, refusal.RetryAfter, refusal.Repair),
        RefusalKind.TooMany => Problem.TooMany(refusal.Sentence, refusal.RetryAfter),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Kind, "Not a kind of refusal."),
    };
}
