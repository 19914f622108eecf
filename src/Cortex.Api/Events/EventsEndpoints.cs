using System.Security.Claims;
using Cortex.Api.Auth;
using Cortex.Api.Http;
using Cortex.Api.Paging;
using Cortex.Api.Problems;
using Cortex.Storage.Deliveries;
using Cortex.Storage.Runs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cortex.Api.Events;

/// <summary>The deliveries that concern the user, and why each did or did not run something.</summary>
internal static class EventsEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup("/api/cortex/events").RequireUser().WithTags("Events");
        events.MapGet("", ListAsync).WithName("listEvents").WithETag().Refuses(400);
        events.MapGet("/{id}", GetAsync).WithName("getEvent").Refuses(404);
    }

    /// <summary>Lists deliveries, newest first, of one connection (<c>con_…</c>) or with one outcome if asked.</summary>
    internal static async Task<Results<Ok<EventsAnswer>, Problem>> ListAsync(
        Page page, string? connection, string? outcome, ClaimsPrincipal caller, DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        ConnectionKey? key = null;
        if (connection is not null)
        {
            if (!ConnectionKey.TryParse(connection, out var parsed))
            {
                return Problem.Invalid("connection is not the id of a connection.");
            }

            key = parsed;
        }

        if (outcome is not null && !DeliveryOutcome.All.Contains(outcome))
        {
            return Problem.Invalid($"outcome must be one of {string.Join(", ", DeliveryOutcome.All)}.");
        }

        var (shown, next) = page.Cut(await deliveries.ListAsync(caller.UserId, page.Query, key, outcome, cancellationToken), e => e.Id.Value);
        return TypedResults.Ok(new EventsAnswer(shown.Select(EventBody.Of), next));
    }

    /// <summary>Shows a delivery with one fate per item and automation.</summary>
    internal static async Task<Results<Ok<EventAnswer>, Problem>> GetAsync(
        string id, ClaimsPrincipal caller, DeliveryStore deliveries, RunStore runs, CancellationToken cancellationToken) =>
        DeliveryId.TryParse(id, out var key) && await deliveries.FindAsync(caller.UserId, key, cancellationToken) is { } row
            ? TypedResults.Ok(new EventAnswer(EventDetailBody.Of(row, await ShownFates.OfAsync(row.FatesJson, caller.UserId, runs, cancellationToken))))
            : Problem.NotFound("event");
}
