using Cortex.Storage.Notifications;

namespace Cortex.Api.Notifications;

/// <summary>What a step of a run told the user.</summary>
internal sealed record NotificationBody(string Id, string Text, string UnitId, string UnitName, string RunId, DateTime CreatedAt)
{
    public static NotificationBody Of(NotificationRow row) =>
        new(row.Id.ToString(), row.Text, row.Unit.ToString(), row.UnitName, row.Run.ToString(), row.CreatedAt.UtcDateTime);
}
