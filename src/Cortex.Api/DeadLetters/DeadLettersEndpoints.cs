using System.Security.Claims;
using Cortex.Api.Auth;
using Cortex.Api.Bodies;
using Cortex.Api.Cluster;
using Cortex.Api.Events;
using Cortex.Api.Jobs;
using Cortex.Api.Paging;
using Cortex.Api.Problems;
using Cortex.Api.Runs;
using Cortex.Api.Units;
using Cortex.Storage.DeadLetters;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Jobs;
using Cortex.Storage.Runs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cortex.Api.DeadLetters;

/// <summary>What Cortex gave up of the user's deliveries and runs, and driving it again.</summary>
internal static class DeadLettersEndpoints
{
    private const string Path = "/api/cortex/dead-letters";

    public static void MapDeadLetters(this IEndpointRouteBuilder routes)
    {
        var deadLetters = routes.MapGroup(Path).RequireUser().WithTags("Dead letters");
        deadLetters.MapGet("", ListAsync).WithName("listDeadLetters").Refuses(400);
        deadLetters.MapPost("/{id}/retry", RetryAsync).WithName("retryDeadLetter").Refuses(404, 409);
        deadLetters.MapPost("/retry", RetryAllAsync).WithName("retryDeadLetters").Refuses(400, 409);
    }

    /// <summary>Lists what was given up, newest first.</summary>
    /// <remarks>
    /// A delivery (`kind` `event`) or a run is a dead letter when Cortex gave it up: it stopped the servers that were at it several times (`poison`), an error of Cortex's own ended it (`internal`),
    /// the database refuses to store what came of it (`storage_refused`), what it needs did not answer for as long as is waited (`gave_up`; `may_have_happened` where its last call may have taken effect all the same),
    /// Nango knows the connection no more (`connection_gone`) or calls the request wrong (`rejected`). A run that a provider refused for good is not: it has failed, and would fail again.
    /// `unitId` picks runs, as deliveries have no automation. `from` and `to` are about when it was received or happened, which is the order of the list.
    /// Dead letters are kept as long as deliveries and runs.
    /// </remarks>
    internal static async Task<Results<Ok<DeadLettersAnswer>, Problem>> ListAsync(
        Page page, string? kind, string? reason, string? unitId, string? from, string? to, ClaimsPrincipal caller, DeadLetterStore deadLetters, CancellationToken cancellationToken)
    {
        var rows = await deadLetters.ListAsync(caller.UserId, page.Query, FilterRules.DeadLetters(kind, reason, unitId, from, to), cancellationToken);
        var (shown, next) = page.Cut(rows, row => row.Id);
        return TypedResults.Ok(new DeadLettersAnswer(shown.Select(DeadLetterBody.Of), next));
    }

    /// <summary>Drives one delivery or run again.</summary>
    /// <remarks>
    /// A delivery is processed once more, in its place among those of its connection; what it brought before is known, and nothing is run twice. A run is retried: it goes on from the first step that did not complete.
    /// With an `Idempotency-Key` the same request again is the same retry.
    /// </remarks>
    internal static Task<Results<Accepted<RetriedAnswer>, Problem>> RetryAsync(
        string id,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        ClaimsPrincipal caller,
        RedriveStore redrives,
        DeliveryStore deliveries,
        RunStore runs,
        ClusterGrains grains,
        CancellationToken cancellationToken)
    {
        var key = UnitRules.Key(idempotencyKey);
        return DeliveryId.TryParse(id, out var e) ? RetryDeliveryAsync(e, key, caller.UserId, redrives, deliveries, grains, cancellationToken)
            : RunId.TryParse(id, out var run) ? RetryRunAsync(run, key, caller.UserId, runs, grains, cancellationToken)
            : Task.FromResult<Results<Accepted<RetriedAnswer>, Problem>>(NotFound());
    }

    /// <summary>Drives all dead letters again that a filter picks, the oldest first.</summary>
    /// <remarks>Answered with a job, as retrying runs by a filter is.</remarks>
    internal static Task<Results<Accepted<JobAnswer>, Problem>> RetryAllAsync(
        Body<RetryDeadLettersRequest> body, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, ClaimsPrincipal caller, JobStore jobs, ClusterGrains grains,
        CancellationToken cancellationToken)
    {
        var filter = body.Value.Filter;
        return JobsEndpoints.StartAsync(
            new(JobKind.RetryDeadLetters, FilterRules.DeadLetters(filter.Kind, filter.Reason, filter.UnitId, filter.From, filter.To), UnitRules.Key(idempotencyKey)),
            caller.UserId, jobs, grains, cancellationToken);
    }

    private static async Task<Results<Accepted<RetriedAnswer>, Problem>> RetryDeliveryAsync(
        DeliveryId id, string? key, UserId user, RedriveStore redrives, DeliveryStore deliveries, ClusterGrains grains, CancellationToken cancellationToken)
    {
        if (await redrives.FindAsync(user, id, cancellationToken) is not { } redrive)
        {
            return NotFound();
        }

        if (!redrive.IsGivenUp && (key is null || redrive.Key != key))
        {
            return NotDead("delivery");
        }

        // Without a key every request is one of its own.
        var pending = await grains.Connection(redrive.Connection).RedriveAsync(user, [id], key ?? Guid.NewGuid().ToString("N"), cancellationToken);
        if (pending.Count == 0)
        {
            return new Problem(StatusCodes.Status409Conflict, "The delivery is too old to be processed once more: what ran because of it is not remembered for certain.");
        }

        return await deliveries.FindAsync(user, id, cancellationToken) is { } row
            ? TypedResults.Accepted($"/api/cortex/events/{id}", new RetriedAnswer(EventBody.Of(row), null))
            : NotFound();
    }

    private static async Task<Results<Accepted<RetriedAnswer>, Problem>> RetryRunAsync(
        RunId id, string? key, UserId user, RunStore runs, ClusterGrains grains, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(user, id, cancellationToken) is not { } run)
        {
            return NotFound();
        }

        if (run.DeadReason is null && (key is null || run.RetryKey != key))
        {
            return NotDead("run");
        }

        var answer = key is null ? await grains.Run(id).RetryAsync(user, cancellationToken) : await grains.Run(id).RetryOnceAsync(user, key, cancellationToken);
        if (answer.IsRefused)
        {
            return answer.Refusal.ToProblem();
        }

        return await runs.FindAsync(user, id, cancellationToken) is { } changed
            ? TypedResults.Accepted($"/api/cortex/runs/{id}", new RetriedAnswer(null, RunBody.Whole(changed)))
            : NotFound();
    }

    private static Problem NotFound() => Problem.NotFound("dead letter");

    private static Problem NotDead(string what) => new(StatusCodes.Status409Conflict, $"The {what} is not given up, or not any more.");
}
