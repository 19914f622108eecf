using System.Globalization;
using System.Security.Claims;
using Cortex.Api.Auth;
using Cortex.Api.Cluster;
using Cortex.Api.Http;
using Cortex.Api.Paging;
using Cortex.Api.Problems;
using Cortex.Api.Units;
using Cortex.Storage.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cortex.Api.Runs;

/// <summary>The user's runs and their steps.</summary>
internal static class RunsEndpoints
{
    private const string Path = "/api/cortex/runs";

    private const string FullView = "full";

    private const string BasicView = "basic";

    public static void MapRuns(this IEndpointRouteBuilder routes)
    {
        var runs = routes.MapGroup(Path).RequireUser().WithTags("Runs");
        runs.MapGet("", ListAsync).WithName("listRuns").WithETag().Refuses(400);
        runs.MapGet("/{id}", GetAsync).WithName("getRun").Refuses(404);
        runs.MapGet("/{id}/steps", ListStepsAsync).WithName("listSteps").Refuses(404);
        runs.MapGet("/{id}/steps/{index}", GetStepAsync).WithName("getStep").Refuses(404);
        runs.MapPost("/{id}/retry", RetryAsync).WithName("retryRun").Refuses(404, 409);
        runs.MapPost("/{id}/rerun", RerunAsync).WithName("rerunRun").Refuses(404, 409);
        runs.MapPost("/{id}/cancel", CancelAsync).WithName("cancelRun").Refuses(404, 409);
    }

    /// <summary>Lists runs, newest first, of one automation or with one status if asked; in the basic view without their items, for whoever asks often.</summary>
    internal static async Task<Results<Ok<RunsAnswer>, Problem>> ListAsync(
        Page page, string? unitId, string? status, string? view, ClaimsPrincipal caller, RunStore runs, CancellationToken cancellationToken)
    {
        UnitId? unit = null;
        if (unitId is not null)
        {
            if (!UnitId.TryParse(unitId, out var parsed))
            {
                return Problem.Invalid("unitId is not the id of an automation.");
            }

            unit = parsed;
        }

        if (status is not null && !RunStatus.All.Contains(status))
        {
            return Problem.Invalid($"status must be one of {string.Join(", ", RunStatus.All)}.");
        }

        if (view is not (null or FullView or BasicView))
        {
            return Problem.Invalid($"view must be {FullView} or {BasicView}.");
        }

        var rows = await runs.ListAsync(caller.UserId, page.Query, unit, status, cancellationToken);
        var (shown, next) = page.Cut(rows, r => r.Id.Value);
        return TypedResults.Ok(new RunsAnswer(shown.Select(r => view == BasicView ? RunBody.Basic(r) : RunBody.Of(r)), next));
    }

    /// <summary>Shows a run with its steps in order.</summary>
    internal static async Task<Results<Ok<RunDetailAnswer>, Problem>> GetAsync(string id, ClaimsPrincipal caller, RunStore runs, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, caller.UserId, runs, cancellationToken) is not { } run)
        {
            return NotFound();
        }

        var steps = await runs.ListStepsAsync(run.Id, cancellationToken);
        return TypedResults.Ok(new RunDetailAnswer(RunDetailBody.Of(run), steps.Select(StepBody.Of)));
    }

    /// <summary>Lists the steps of a run in order.</summary>
    internal static async Task<Results<Ok<StepsAnswer>, Problem>> ListStepsAsync(string id, ClaimsPrincipal caller, RunStore runs, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, caller.UserId, runs, cancellationToken) is not { } run)
        {
            return NotFound();
        }

        var steps = await runs.ListStepsAsync(run.Id, cancellationToken);
        return TypedResults.Ok(new StepsAnswer(steps.Select(StepBody.Of)));
    }

    /// <summary>Shows one step with its input and output whole, however large.</summary>
    internal static async Task<Results<Ok<StepAnswer>, Problem>> GetStepAsync(
        string id, string index, ClaimsPrincipal caller, RunStore runs, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, caller.UserId, runs, cancellationToken) is not { } run)
        {
            return NotFound();
        }

        return short.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && await runs.FindStepAsync(run.Id, place, cancellationToken) is { } step
            ? TypedResults.Ok(new StepAnswer(StepBody.Whole(step)))
            : Problem.NotFound("step");
    }

    /// <summary>Goes on from the first step that did not complete.</summary>
    internal static Task<Results<Accepted<RunAnswer>, Problem>> RetryAsync(
        string id, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, ClaimsPrincipal caller, RunStore runs, ClusterGrains grains, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, caller.UserId, runs,
            run => UnitRules.Key(idempotencyKey) is { } key ? grains.Run(run.Id).RetryOnceAsync(caller.UserId, key, cancellationToken) : grains.Run(run.Id).RetryAsync(caller.UserId, cancellationToken),
            cancellationToken);

    /// <summary>Makes a new run for the same item.</summary>
    internal static Task<Results<Accepted<RunAnswer>, Problem>> RerunAsync(
        string id, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, ClaimsPrincipal caller, RunStore runs, ClusterGrains grains, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, caller.UserId, runs,
            run => UnitRules.Key(idempotencyKey) is { } key
                ? grains.Unit(run.Unit).RerunOnceAsync(caller.UserId, run.Id, key, cancellationToken)
                : grains.Unit(run.Unit).RerunAsync(caller.UserId, run.Id, cancellationToken),
            cancellationToken);

    /// <summary>Stops a run before its next step.</summary>
    internal static Task<Results<Accepted<RunAnswer>, Problem>> CancelAsync(
        string id, ClaimsPrincipal caller, RunStore runs, ClusterGrains grains, CancellationToken cancellationToken) =>
        ChangeAsync(id, caller.UserId, runs, run => grains.Run(run.Id).CancelAsync(caller.UserId, cancellationToken), cancellationToken);

    private static async Task<Results<Accepted<RunAnswer>, Problem>> ChangeAsync(
        string id, UserId user, RunStore runs, Func<RunRow, Task<Answer<RunId>>> change, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, user, runs, cancellationToken) is not { } run)
        {
            return NotFound();
        }

        var answer = await change(run);
        if (answer.IsRefused)
        {
            return answer.Refusal.ToProblem();
        }

        return await runs.FindAsync(user, answer.Value, cancellationToken) is { } changed
            ? TypedResults.Accepted($"{Path}/{changed.Id}", new RunAnswer(RunBody.Whole(changed)))
            : NotFound();
    }

    private static async Task<RunRow?> FindAsync(string id, UserId user, RunStore runs, CancellationToken cancellationToken) =>
        RunId.TryParse(id, out var run) ? await runs.FindAsync(user, run, cancellationToken) : null;

    private static Problem NotFound() => Problem.NotFound("run");
}
