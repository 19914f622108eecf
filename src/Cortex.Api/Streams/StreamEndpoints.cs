using System.Security.Claims;
using Cortex.Api.Auth;
using Cortex.Api.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Cortex.Api.Streams;

/// <summary>What changes of the user's automations, runs, deliveries and jobs, while it changes.</summary>
internal static class StreamEndpoints
{
    /// <summary>When to try again if there are too many streams: those of clients that are gone end by then.</summary>
    private static readonly TimeSpan RetryAfterTooMany = TimeSpan.FromSeconds(30);

    public static void MapStream(this IEndpointRouteBuilder routes)
    {
        var stream = routes.MapGroup("/api/cortex/stream").RequireUser().WithTags("Stream");
        stream.MapGet("", OpenAsync).WithName("openStream").Produces<string>(StatusCodes.Status200OK, StreamResult.ContentType);
    }

    /// <summary>Tells what changes, as server-sent events.</summary>
    /// <remarks>
    /// `unit`, `run` and `event` carry one object as the lists show it, `job` one as its own route does, after it was made or changed; a deleted unit is `{"id": "…", "deleted": true}`.
    /// A `run` implies that the latest run of its unit changed; no `unit` says so. Steps, notifications, and what a connection's state makes of its units' `health`, are not told.
    /// A delivery that nobody owns yet appears when it is owned and processed; one that was given up and is driven again, when it has been processed again.
    ///
    /// The first message is `ready`. After `Last-Event-ID` what changed since follows; where that cannot be told, the first message is `reset`: load the lists anew.
    /// `reset` may come later too, when more changes at once than can be told one by one. A `heartbeat` breaks every silence of ten seconds.
    /// An object may come more than once, never an older state after a newer one. Ids are opaque. The stream ends when the token expires, when its client is too slow, and when the server stops: come back with the last id.
    /// </remarks>
    internal static async Task<IResult> OpenAsync(
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        ClaimsPrincipal caller,
        LiveStreams streams,
        IHostApplicationLifetime lifetime,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (streams.TryOpen(caller.UserId, string.IsNullOrEmpty(lastEventId) ? null : lastEventId) is not { } stream)
        {
            return Problem.Unavailable("Too many streams are open; close one, or ask for the lists.", RetryAfterTooMany);
        }

        var life = new StreamLife(caller.TokenExpiresAt, time, lifetime.ApplicationStopping, cancellationToken);
        var hasBegun = false;
        try
        {
            await stream.Begun.WaitAsync(life.End);
            hasBegun = true;
            return new StreamResult(stream, life);
        }
        catch (OperationCanceledException)
        {
            return Problem.Unavailable("The stream ended before it began; open it again.");
        }
        finally
        {
            if (!hasBegun)
            {
                stream.Dispose();
                life.Dispose();
            }
        }
    }
}
