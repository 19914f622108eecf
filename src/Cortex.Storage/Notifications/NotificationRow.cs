namespace Cortex.Storage.Notifications;

/// <summary>One row of <c>notifications</c>.</summary>
/// <param name="Id">Ordered by time.</param>
/// <param name="User">Who is told.</param>
/// <param name="Unit">The automation that tells it.</param>
/// <param name="UnitName">Its name at the time.</param>
/// <param name="Run">The run.</param>
/// <param name="Step">The step's index in it.</param>
/// <param name="Text">What is told; at most <see cref="NotificationStore.TextLengthMax"/> characters.</param>
/// <param name="CreatedAt">When.</param>
public sealed record NotificationRow(
    NotificationId Id, UserId User, UnitId Unit, string UnitName, RunId Run, int Step, string Text, DateTimeOffset CreatedAt);
