using System.Security.Claims;
using System.Text.Json;
using Cortex.Api.Auth;
using Cortex.Api.Bodies;
using Cortex.Api.Cluster;
using Cortex.Api.Problems;
using Cortex.Storage.Units;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cortex.Api.Units;

/// <summary>What automations would do, without doing it: no provider is called, no run is made.</summary>
internal static class RehearsalEndpoints
{
    public static void MapRehearsals(this IEndpointRouteBuilder routes)
    {
        var units = routes.MapGroup("/api/cortex/units").RequireUser().WithTags("Units");
        units.MapPost("/{id}/test", TestAsync).WithName("testUnit").Refuses(400, 404, 413, 422);
        units.MapPost("/{id}/backtest", BacktestAsync).WithName("backtestUnit").Refuses(400, 404, 413, 429);
        units.MapPost("/backtest", BacktestPromptAsync).WithName("backtestPrompt").Refuses(400, 413, 422, 429);
    }

    /// <summary>Goes through an automation with a sample, or with the latest stored item, and calls nothing.</summary>
    internal static async Task<Results<Ok<TestAnswer>, Problem>> TestAsync(
        string id, OptionalBody<TestUnitRequest> body, ClaimsPrincipal caller, UnitStore units, ClusterGrains grains, CancellationToken cancellationToken)
    {
        var sample = body.Value.Event;
        if (sample is { ValueKind: not JsonValueKind.Object })
        {
            return Problem.Invalid("event must be an object with fields of the item.");
        }

        if (!UnitId.TryParse(id, out var unit) || await units.FindViewAsync(caller.UserId, unit, cancellationToken) is null)
        {
            return Problem.NotFound("automation");
        }

        var answer = await grains.Rehearsal(caller.UserId).TestAsync(unit, sample?.GetRawText(), cancellationToken);
        return answer.IsRefused ? answer.Refusal.ToProblem() : TypedResults.Ok(TestAnswer.Of(answer.Value));
    }

    /// <summary>Looks which stored items of the past days an automation would have run on, and which it only just missed.</summary>
    internal static async Task<Results<Ok<BacktestAnswer>, Problem>> BacktestAsync(
        string id, OptionalBody<BacktestRequest> body, ClaimsPrincipal caller, UnitStore units, ClusterGrains grains, CancellationToken cancellationToken)
    {
        var days = Days(body.Value.Days);
        if (!UnitId.TryParse(id, out var unit) || await units.FindViewAsync(caller.UserId, unit, cancellationToken) is null)
        {
            return Problem.NotFound("automation");
        }

        var answer = await grains.Rehearsal(caller.UserId).BacktestAsync(unit, days, cancellationToken);
        return answer.IsRefused ? answer.Refusal.ToProblem() : TypedResults.Ok(BacktestAnswer.Of(answer.Value));
    }

    /// <summary>The same for a prompt that is no automation yet.</summary>
    internal static async Task<Results<Ok<BacktestAnswer>, Problem>> BacktestPromptAsync(
        Body<BacktestPromptRequest> body, ClaimsPrincipal caller, ClusterGrains grains, CancellationToken cancellationToken)
    {
        var days = Days(body.Value.Days);
        var answer = await grains.Rehearsal(caller.UserId).BacktestPromptAsync(body.Value.Prompt, days, cancellationToken);
        return answer.IsRefused ? answer.Refusal.ToProblem() : TypedResults.Ok(BacktestAnswer.Of(answer.Value));
    }

    private static int Days(int? days) => days switch
    {
        null => Backtest.DaysDefault,
        >= 1 and <= Backtest.DaysMax => days.Value,
        _ => throw new InvalidRequestException($"days must be 1 to {Backtest.DaysMax}."),
    };
}
