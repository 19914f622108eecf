using System.Security.Claims;
using Cortex.Api.Auth;
using Cortex.Api.Bodies;
using Cortex.Api.Cluster;
using Cortex.Api.Problems;
using Cortex.Api.Units;
using Cortex.Storage.Jobs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cortex.Api.Jobs;

/// <summary>Work on many of the user's runs at once, and how far it has come.</summary>
internal static class JobsEndpoints
{
    private const string Path = "/api/cortex/jobs";

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup(Path).RequireUser().WithTags("Jobs");
        jobs.MapGet("/{id}", GetAsync).WithName("getJob").Refuses(404);
        var runs = routes.MapGroup("/api/cortex/runs").RequireUser().WithTags("Runs");
        runs.MapPost("/retry", RetryAsync).WithName("retryRuns").Refuses(400, 409);
        runs.MapPost("/cancel", CancelAsync).WithName("cancelRuns").Refuses(400, 409);
    }

    /// <summary>Shows how far a job has come.</summary>
    internal static async Task<Results<Ok<JobAnswer>, Problem>> GetAsync(string id, ClaimsPrincipal caller, JobStore jobs, CancellationToken cancellationToken) =>
        JobId.TryParse(id, out var key) && await jobs.FindAsync(caller.UserId, key, cancellationToken) is { } job
            ? TypedResults.Ok(new JobAnswer(JobBody.Of(job)))
            : Problem.NotFound("job");

    /// <summary>Retries all runs that a filter picks, the oldest first.</summary>
    /// <remarks>
    /// Each goes on from the first step that did not complete. Answered with a job before any of them is: its progress is on the stream, and at `GET /api/cortex/jobs/{id}`.
    /// A job takes up to 10,000 runs, and says if there were more. Five jobs of a user may be under way. `from` and `to` are about when what set a run off happened, which is the order of lists.
    /// With an `Idempotency-Key` the same request again is the same job.
    /// </remarks>
    internal static Task<Results<Accepted<JobAnswer>, Problem>> RetryAsync(
        Body<RetryRunsRequest> body, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, ClaimsPrincipal caller, JobStore jobs, ClusterGrains grains,
        CancellationToken cancellationToken) =>
        StartAsync(new(JobKind.RetryRuns, FilterRules.Read(body.Value.Filter), UnitRules.Key(idempotencyKey)), caller.UserId, jobs, grains, cancellationToken);

    /// <summary>Cancels all runs that a filter picks, the oldest first.</summary>
    /// <remarks>A step that is under way is let finish. Otherwise as retrying runs by a filter.</remarks>
    internal static Task<Results<Accepted<JobAnswer>, Problem>> CancelAsync(
        Body<CancelRunsRequest> body, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, ClaimsPrincipal caller, JobStore jobs, ClusterGrains grains,
        CancellationToken cancellationToken) =>
        StartAsync(new(JobKind.CancelRuns, FilterRules.Read(body.Value.Filter), UnitRules.Key(idempotencyKey)), caller.UserId, jobs, grains, cancellationToken);

    /// <summary>Has a job made, and shows it.</summary>
    internal static async Task<Results<Accepted<JobAnswer>, Problem>> StartAsync(JobRequest request, UserId user, JobStore jobs, ClusterGrains grains, CancellationToken cancellationToken)
    {
        var answer = await grains.Jobs(user).StartAsync(request, cancellationToken);
        if (answer.IsRefused)
        {
            return answer.Refusal.ToProblem();
        }

        return await jobs.FindAsync(user, answer.Value, cancellationToken) is { } job
            ? TypedResults.Accepted($"{Path}/{job.Id}", new JobAnswer(JobBody.Of(job)))
            : Problem.NotFound("job");
    }
}
