namespace Cortex.Storage.DeadLetters;

/// <summary>A delivery or a run that was given up.</summary>
/// <param name="Id">The delivery's or the run's.</param>
/// <param name="Kind">Which of the two: one of <see cref="DeadLetterKind"/>.</param>
/// <param name="User">Whose it is; null for a delivery of an account that nobody has claimed.</param>
/// <param name="Reason">Why: one of <see cref="DeadReason"/>.</param>
/// <param name="Sentence">Why, in words for its user.</param>
/// <param name="Summary">What people call its item; or null.</param>
/// <param name="ConnectionId">Nango's name of the connection; null where a delivery names none.</param>
/// <param name="Unit">A run's automation.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Delivery">The delivery that set a run off.</param>
/// <param name="Attempts">How often a delivery was put off, or which attempt of a run it was.</param>
/// <param name="MayHaveHappened">Whether the step that failed may have taken effect.</param>
/// <param name="GivenUpAt">When.</param>
public sealed record DeadLetterRow(
    Guid Id,
    string Kind,
    UserId? User,
    string Reason,
    string? Sentence,
    string? Summary,
    string? ConnectionId,
    UnitId? Unit,
    string? UnitName,
    DeliveryId? Delivery,
    int Attempts,
    bool MayHaveHappened,
    DateTimeOffset GivenUpAt)
{
    /// <summary>The text form of the id.</summary>
    public string PublicId => Kind == DeadLetterKind.Run ? new RunId(Id).ToString() : new DeliveryId(Id).ToString();
}
