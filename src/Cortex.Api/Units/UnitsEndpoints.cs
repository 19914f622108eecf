using System.Security.Claims;
using Cortex.Api.Auth;
using Cortex.Api.Bodies;
using Cortex.Api.Cluster;
using Cortex.Api.Http;
using Cortex.Api.Paging;
using Cortex.Api.Problems;
using Cortex.Storage.Units;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cortex.Api.Units;

/// <summary>The user's automations. Reads come from the table; changes are the units' grains' to make.</summary>
internal static class UnitsEndpoints
{
    private const string Path = "/api/cortex/units";

    public static void MapUnits(this IEndpointRouteBuilder routes)
    {
        var units = routes.MapGroup(Path).RequireUser().WithTags("Units");
        units.MapGet("", ListAsync).WithName("listUnits").WithETag().Refuses(400);
        units.MapPost("", CreateAsync).WithName("createUnit").Refuses(400, 409, 413, 422);
        units.MapPost("/preview", PreviewAsync).WithName("previewUnit").Refuses(400, 413, 422);
        units.MapGet("/{id}", GetAsync).WithName("getUnit").Refuses(404);
        units.MapPatch("/{id}", EditAsync).WithName("editUnit").Refuses(400, 404, 409, 413, 422);
        units.MapPatch("/{id}/status", SetStatusAsync).WithName("setUnitStatus").Refuses(400, 404, 409, 413);
        units.MapDelete("/{id}", DeleteAsync).WithName("deleteUnit").Refuses(404, 409);
    }

    /// <summary>Lists automations, newest first.</summary>
    internal static async Task<Ok<UnitsAnswer>> ListAsync(Page page, ClaimsPrincipal caller, UnitStore units, CancellationToken cancellationToken)
    {
        var (shown, next) = page.Cut(await units.ListViewsAsync(caller.UserId, page.Query, cancellationToken), u => u.Unit.Id.Value);
        return TypedResults.Ok(new UnitsAnswer(shown.Select(UnitBody.Of), next));
    }

    /// <summary>Compiles a prompt and keeps it as an active automation.</summary>
    internal static async Task<Results<Created<UnitAnswer>, Ok<UnitAnswer>, Problem>> CreateAsync(
        Body<CreateUnitRequest> body,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        ClaimsPrincipal caller,
        UnitStore units,
        ClusterGrains grains,
        CancellationToken cancellationToken)
    {
        var request = body.Value;
        var unit = new NewUnit(UnitRules.Name(request.Name), UnitRules.Prompt(request), request.ProgramHash, UnitRules.Key(idempotencyKey));
        var answer = await grains.User(caller.UserId).CreateUnitAsync(unit, cancellationToken);
        if (answer.IsRefused)
        {
            return answer.Refusal.ToProblem();
        }

        if (await units.FindViewAsync(caller.UserId, answer.Value.Unit, cancellationToken) is not { } view)
        {
            return new Problem(StatusCodes.Status409Conflict, "The automation that this Idempotency-Key made has been deleted; use another key.");
        }

        var shown = new UnitAnswer(UnitBody.Of(view));
        return answer.Value.IsNew ? TypedResults.Created($"{Path}/{shown.Unit.Id}", shown) : TypedResults.Ok(shown);
    }

    /// <summary>Compiles a prompt, shows what it would do, and keeps nothing.</summary>
    internal static async Task<Results<Ok<PreviewAnswer>, Problem>> PreviewAsync(
        Body<PreviewRequest> body, ClaimsPrincipal caller, ClusterGrains grains, CancellationToken cancellationToken)
    {
        var (prompt, user) = (body.Value.Prompt, grains.User(caller.UserId));
        var answer = UnitRules.IsAtOnce(body.Value.Reader) ? await user.PreviewAtOnceAsync(prompt, cancellationToken) : await user.PreviewAsync(prompt, cancellationToken);
        return answer.IsRefused ? answer.Refusal.ToProblem() : TypedResults.Ok(PreviewAnswer.Of(answer.Value));
    }

    /// <summary>Shows an automation.</summary>
    internal static async Task<Results<Ok<UnitAnswer>, Problem>> GetAsync(string id, ClaimsPrincipal caller, UnitStore units, CancellationToken cancellationToken) =>
        UnitId.TryParse(id, out var unit) ? await ShowAsync(caller.UserId, unit, units, cancellationToken) : NotFound();

    /// <summary>Changes the name, the prompt or both; a new prompt is compiled and raises the version.</summary>
    internal static async Task<Results<Ok<UnitAnswer>, Problem>> EditAsync(
        string id, Body<EditUnitRequest> body, ClaimsPrincipal caller, UnitStore units, ClusterGrains grains, CancellationToken cancellationToken)
    {
        var (name, prompt) = (body.Value.Name is { } given ? UnitRules.Name(given) : null, body.Value.Prompt);
        if (name is null && prompt is null)
        {
            return Problem.Invalid("Give name, prompt or both.");
        }

        if (prompt is not null && body.Value.ProgramHash is { } shown)
        {
            return await ChangeAsync(id, caller.UserId, units, unit => grains.Unit(unit).EditAsShownAsync(caller.UserId, name, prompt, shown, cancellationToken), cancellationToken);
        }

        return await ChangeAsync(id, caller.UserId, units, unit => grains.Unit(unit).EditAsync(caller.UserId, name, prompt, cancellationToken), cancellationToken);
    }

    /// <summary>Pauses, resumes or disables an automation; it holds for every event received after the answer.</summary>
    internal static async Task<Results<Ok<UnitAnswer>, Problem>> SetStatusAsync(
        string id, Body<SetStatusRequest> body, ClaimsPrincipal caller, UnitStore units, ClusterGrains grains, CancellationToken cancellationToken)
    {
        if (UnitStatusText.Parse(body.Value.Status) is not { } status)
        {
            return Problem.Invalid("status must be active, paused or disabled.");
        }

        return await ChangeAsync(id, caller.UserId, units, unit => grains.Unit(unit).SetStatusAsync(caller.UserId, status, cancellationToken), cancellationToken);
    }

    /// <summary>Deletes an automation; its runs stay readable.</summary>
    internal static async Task<Results<NoContent, Problem>> DeleteAsync(
        string id, ClaimsPrincipal caller, UnitStore units, ClusterGrains grains, CancellationToken cancellationToken)
    {
        if (!UnitId.TryParse(id, out var unit) || await units.FindViewAsync(caller.UserId, unit, cancellationToken) is null)
        {
            return NotFound();
        }

        var answer = await grains.Unit(unit).DeleteAsync(caller.UserId, cancellationToken);
        return answer.IsRefused ? answer.Refusal.ToProblem() : TypedResults.NoContent();
    }

    /// <summary>Asks the table before the grain, so that nobody wakes grains of ids that are not theirs.</summary>
    private static async Task<Results<Ok<UnitAnswer>, Problem>> ChangeAsync(
        string id, UserId user, UnitStore units, Func<UnitId, Task<Answer<UnitId>>> change, CancellationToken cancellationToken)
    {
        if (!UnitId.TryParse(id, out var unit) || await units.FindViewAsync(user, unit, cancellationToken) is null)
        {
            return NotFound();
        }

        var answer = await change(unit);
        return answer.IsRefused ? answer.Refusal.ToProblem() : await ShowAsync(user, unit, units, cancellationToken);
    }

    private static async Task<Results<Ok<UnitAnswer>, Problem>> ShowAsync(UserId user, UnitId unit, UnitStore units, CancellationToken cancellationToken) =>
        await units.FindViewAsync(user, unit, cancellationToken) is { } view ? TypedResults.Ok(new UnitAnswer(UnitBody.Of(view))) : NotFound();

    private static Problem NotFound() => Problem.NotFound("automation");
}
