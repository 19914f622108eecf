using System.Diagnostics;
using System.Globalization;
using Cortex.Api.Units;
using Microsoft.AspNetCore.WebUtilities;

namespace Cortex.Api.Problems;

/// <summary>A refusal as an answer.</summary>
internal sealed class Problem(int status, string error, string? code = null, TextRange? at = null, TimeSpan? retryAfter = null, Danger? danger = null, Repair? repair = null) : IResult
{
    public const string ContentType = "application/problem+json";

    /// <summary>When to come back, for whoever is refused because a part of the system is away, or has too much under way, unless that part said when.</summary>
    private static readonly TimeSpan RetryAfterDefault = TimeSpan.FromSeconds(5);

    public static Problem Invalid(string error) => new(StatusCodes.Status400BadRequest, error);

    public static Problem NotFound(string what) => new(StatusCodes.Status404NotFound, $"There is no such {what}.");

    public static Problem Unavailable(string error, TimeSpan? retryAfter = null, Repair? repair = null) =>
        new(StatusCodes.Status503ServiceUnavailable, error, retryAfter: retryAfter, repair: repair);

    public static Problem TooMany(string error, TimeSpan? retryAfter = null) => new(StatusCodes.Status429TooManyRequests, error, retryAfter: retryAfter);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            response.Headers.RetryAfter = Math.Ceiling((retryAfter ?? RetryAfterDefault).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        var traceId = Activity.Current?.TraceId.ToHexString() ?? httpContext.TraceIdentifier;
        var body = new ProblemBody(
            ReasonPhrases.GetReasonPhrase(status),
            status,
            error,
            error,
            code,
            at,
            repair is null ? null : [.. repair.Understood.Select(UnderstoodBody.Of)],
            repair?.LeftOver,
            repair is null ? null : [.. repair.Suggestions.Select(SuggestionBody.Of)],
            repair?.Question,
            danger is null ? null : DangerBody.From(danger),
            danger?.ProgramHash,
            traceId);
        return response.WriteAsJsonAsync(body, options: null, ContentType, httpContext.RequestAborted);
    }
}
