using System.Security.Claims;
using Cortex.Api.Auth;
using Cortex.Api.Bodies;
using Cortex.Api.Cluster;
using Cortex.Api.Problems;
using Cortex.Storage.Units;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cortex.Api.Me;

/// <summary>The user: what they have said about themselves, and what is left to them.</summary>
internal static class MeEndpoints
{
    private static readonly string[] Notices = [.. Enum.GetNames<FailureNotices>().Select(name => name.ToLowerInvariant())];

    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/api/cortex/me").RequireUser().WithTags("Me");
        me.MapGet("", GetAsync).WithName("getMe");
        me.MapPatch("", ChangeAsync).WithName("changeMe").Refuses(400, 413);
    }

    /// <summary>The user's preferences, limits and usage.</summary>
    internal static async Task<Ok<MeAnswer>> GetAsync(ClaimsPrincipal caller, ClusterGrains grains, UnitStore units, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ShowAsync(caller, await grains.User(caller.UserId).GetPreferencesAsync(cancellationToken), units, cancellationToken));

    /// <summary>Changes the preferences that are given; the others stay.</summary>
    internal static async Task<Ok<MeAnswer>> ChangeAsync(
        Body<MeRequest> body, ClaimsPrincipal caller, ClusterGrains grains, UnitStore units, CancellationToken cancellationToken)
    {
        var (zone, hours, notices) = body.Value;
        if (zone is not null && !(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) && known.HasIanaId && known.Id == zone))
        {
            throw new InvalidRequestException($"'{zone}' is no time zone; give an IANA one, such as Europe/Berlin.");
        }

        var index = Array.IndexOf(Notices, notices);
        if (notices is not null && index < 0)
        {
            throw new InvalidRequestException($"failureNotices takes {string.Join(", ", Notices)}.");
        }

        var kept = await grains.User(caller.UserId)
            .SetPreferencesAsync(zone, hours?.Parse(), notices is null ? null : (FailureNotices)index, cancellationToken);
        return TypedResults.Ok(await ShowAsync(caller, kept, units, cancellationToken));
    }

    private static async Task<MeAnswer> ShowAsync(ClaimsPrincipal caller, UserPreferences preferences, UnitStore units, CancellationToken cancellationToken) => new(new(
        caller.UserId.Value,
        caller.Email,
        preferences.TimeZone,
        WorkingHoursBody.Of(preferences.WorkingHours),
        Notices[(int)preferences.FailureNotices],
        new(UserLimits.UnitsMax),
        new(await units.CountAsync(caller.UserId, cancellationToken))));
}
