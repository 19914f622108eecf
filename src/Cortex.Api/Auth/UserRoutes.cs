using Cortex.Api.Bodies;
using Cortex.Api.Problems;

namespace Cortex.Api.Auth;

/// <summary>The policy of every route that belongs to a user.</summary>
internal static class UserRoutes
{
    /// <summary>Bodies of such routes: a prompt of 4,000 characters fits many times over.</summary>
    public const int BodyBytesMax = 64 * 1024;

    /// <summary>Asks for a user, bounds bodies, and says so in the OpenAPI document.</summary>
    public static RouteGroupBuilder RequireUser(this RouteGroupBuilder group) => group
        .RequireAuthorization()
        .WithMetadata(new BodyLimit(BodyBytesMax))
        .Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status503ServiceUnavailable);
}
