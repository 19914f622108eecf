using System.Security.Claims;
using Cortex.Api.Auth;
using Cortex.Api.Paging;
using Cortex.Api.Problems;
using Cortex.Storage.Events;
using Cortex.Storage.Runs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cortex.Api.Events;

/// <summary>The deliveries that concern the user, and why each did or did not run something.</summary>
internal static class EventsEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        var events = routes.MapGroup("/api/cortex/events").RequireUser().WithTags("Events");
        events.MapGet("", ListAsync).WithName("listEvents").Refuses(400);
        events.MapGet("/{id}", GetAsync).WithName("getEvent").Refuses(404);
    }

    /// <summary>Lists deliveries, newest first.</summary>
    internal static async Task<Ok<EventsAnswer>> ListAsync(Page page, ClaimsPrincipal caller, EventStore events, CancellationToken cancellationToken)
    {
        var (shown, next) = page.Cut(await events.ListAsync(caller.UserId, page.Query, cancellationToken), e => e.Id.Value);
        return TypedResults.Ok(new EventsAnswer(shown.Select(EventBody.Of), next));
    }

    /// <summary>Shows a delivery with one fate per item and automation.</summary>
    internal static async Task<Results<Ok<EventAnswer>, Problem>> GetAsync(
        string id, ClaimsPrincipal caller, EventStore events, RunStore runs, CancellationToken cancellationToken) =>
        EventId.TryParse(id, out var key) && await events.FindAsync(caller.UserId, key, cancellationToken) is { } row
            ? TypedResults.Ok(new EventAnswer(EventDetailBody.Of(row, await ShownFates.OfAsync(row.FatesJson, caller.UserId, runs, cancellationToken))))
            : Problem.NotFound("event");
}
