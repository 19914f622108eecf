using Cortex.Storage.DeadLetters;

namespace Cortex.Api.DeadLetters;

/// <summary>A delivery or a run that Cortex gave up.</summary>
/// <param name="Id">The delivery's or the run's.</param>
/// <param name="Kind"><c>event</c> or <c>run</c>.</param>
/// <param name="Reason">Why, in one word: <c>poison</c>, <c>internal</c>, <c>storage_refused</c>, <c>gave_up</c>, <c>may_have_happened</c>, <c>connection_gone</c> or <c>rejected</c>.</param>
/// <param name="Error">Why, in a sentence.</param>
/// <param name="Summary">What people call its item; or null.</param>
/// <param name="UnitId">The run's automation; null of a delivery.</param>
/// <param name="EventId">The delivery that set the run off; null of a delivery itself.</param>
/// <param name="Attempts">How often a delivery was put off, or which attempt of the run it was.</param>
/// <param name="MayHaveHappened">Whether the run's last step may have taken effect. It is looked for before it is repeated, where the provider can tell.</param>
internal sealed record DeadLetterBody(
    string Id,
    string Kind,
    string Reason,
    string? Error,
    string? Summary,
    string? ConnectionId,
    string? UnitId,
    string? UnitName,
    string? EventId,
    int Attempts,
    bool MayHaveHappened,
    DateTime GivenUpAt)
{
    public static DeadLetterBody Of(DeadLetterRow row) => new(
        row.PublicId, row.Kind, row.Reason, row.Sentence, row.Summary, row.ConnectionId, row.Unit?.ToString(), row.UnitName, row.Delivery?.ToString(), row.Attempts, row.MayHaveHappened,
        row.GivenUpAt.UtcDateTime);
}
