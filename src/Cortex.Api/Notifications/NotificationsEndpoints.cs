using System.Security.Claims;
using Cortex.Api.Auth;
using Cortex.Api.Paging;
using Cortex.Api.Problems;
using Cortex.Storage.Notifications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cortex.Api.Notifications;

/// <summary>What the user's automations told the user.</summary>
internal static class NotificationsEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder routes)
    {
        var notifications = routes.MapGroup("/api/cortex/notifications").RequireUser().WithTags("Notifications");
        notifications.MapGet("", ListAsync).WithName("listNotifications").Refuses(400);
    }

    /// <summary>Lists what notify.user steps told, newest first.</summary>
    internal static async Task<Ok<NotificationsAnswer>> ListAsync(
        Page page, ClaimsPrincipal caller, NotificationStore notifications, CancellationToken cancellationToken)
    {
        var (shown, next) = page.Cut(await notifications.ListAsync(caller.UserId, page.Query, cancellationToken), n => n.Id.Value);
        return TypedResults.Ok(new NotificationsAnswer(shown.Select(NotificationBody.Of), next));
    }
}
