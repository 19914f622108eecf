namespace Cortex.Storage.Deliveries;

/// <summary>How the processing of a delivery ended.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Failed">True if it was given up.</param>
/// <param name="Outcome">One word: a fate, or <c>processed</c> for a delivery that only changed a connection.</param>
/// <param name="Reason">A sentence, or null.</param>
/// <param name="FatesJson">One entry per item and unit, or null.</param>
public sealed record DeliveryEnd(DeliveryId Id, bool Failed, string Outcome, string? Reason, string? FatesJson)
{
    /// <summary>Of one that was given up, why: one of <see cref="DeadLetters.DeadReason"/>.</summary>
    public string? DeadReason { get; init; }

    /// <summary>What the fates come to; null without any.</summary>
    public FateDigest? Digest { get; init; }

    /// <summary>What is wrong, one of <see cref="Errors.ErrorCodes"/>; null unless it was given up.</summary>
    public string? ErrorCode { get; init; }
}
