namespace Cortex.Storage.Deliveries;

/// <summary>The words for what became of a delivery as a whole, in the table and the API.</summary>
public static class DeliveryOutcome
{
    /// <summary>Of a delivery that brought no items; also the status of every one that is done with.</summary>
    public const string Processed = "processed";

    /// <summary>All of them: the fates, and what befalls deliveries that bring no items or are given up.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["ran", "filtered", "paused", "duplicate", "too_old", "needs_connection", "ignored", Processed, "failed"];
}
