using Cortex.Api.Auth;
using Cortex.Api.Diagnostics;
using Cortex.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Cortex.Api.Problems;

/// <summary>Answers what was thrown: what the caller did wrong, what is away for now, and what nobody foresaw.</summary>
internal sealed partial class ExceptionProblems(DependencyInstruments instruments, ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        await ProblemOf(exception, httpContext.Request).ExecuteAsync(httpContext);
        return true;
    }

    private Problem ProblemOf(Exception exception, HttpRequest request)
    {
        switch (exception)
        {
            case InvalidRequestException:
                return Problem.Invalid(exception.Message);
            case BadHttpRequestException bad:
                return new(bad.StatusCode, StatusSentences.Of(bad.StatusCode, request));
            case IssuerUnavailableException:
                LogUnavailable(exception, "token issuer", request.Path);
                return Problem.Unavailable("Sign-in cannot be checked at the moment; try again shortly.");
            case StorageException { IsPassing: true }:
                instruments.OnDatabaseError();
                LogUnavailable(exception, "PostgreSQL", request.Path);
                return Problem.Unavailable("The database does not answer at the moment; try again shortly.");
            case QueueFullException:
                return Problem.Unavailable("Too much is being written at the moment; try again shortly.");
            case OrleansException or TimeoutException or UnavailableException:
                LogUnavailable(exception, "cluster", request.Path);
                return Problem.Unavailable("The automations' servers do not answer at the moment; try again shortly.");
            default:
                LogUnexpected(exception, request.Method, request.Path);
                return new(StatusCodes.Status500InternalServerError, StatusSentences.Of(StatusCodes.Status500InternalServerError, request));
        }
    }
}
