namespace Cortex.Api.Notifications;

internal sealed record NotificationsAnswer(IEnumerable<NotificationBody> Notifications, string? NextCursor);
