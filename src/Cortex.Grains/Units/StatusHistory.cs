using Cortex.Storage.Units;

namespace Cortex.Units;

/// <summary>Judges an item by the status that its unit had. Pure.</summary>
/// <remarks>
/// An item runs only if the unit was active when it happened, when its delivery was accepted, and is active now. So what arrived during a pause never runs,
/// not even when its webhook is late and the unit was resumed meanwhile; and a pause stops what is still in the backlog.
/// </remarks>
internal static class StatusHistory
{
    /// <summary>Providers stamp emails with whole seconds: an item may look up to this much older than it is.</summary>
    private static readonly TimeSpan StampPrecision = TimeSpan.FromSeconds(1);

    /// <summary>The fate that the status alone decides, or null if the item may run.</summary>
    /// <param name="log">The unit's statuses, oldest first; of many only the last <see cref="UnitStore.StatusLogMax"/>.</param>
    /// <param name="madeAt">When the unit was made.</param>
    /// <param name="receivedAt">When its delivery was accepted.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <param name="remembered">Since when it is certain to be remembered what ran: what is older may have run before, and a delivery may be driven again long after it was accepted.</param>
    public static Fate? Judge(IReadOnlyList<StatusChange> log, DateTimeOffset madeAt, DateTimeOffset receivedAt, DateTimeOffset occurredAt, DateTimeOffset remembered)
    {
        if (occurredAt + StampPrecision <= madeAt)
        {
            return new(FateKind.TooOld, Reason: $"It happened before the automation was made, on {madeAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC; only what happens afterwards sets it off.");
        }

        if (occurredAt + StampPrecision <= log[0].At)
        {
            return new(FateKind.TooOld, Reason: $"It happened before the last {log.Count} times that the automation was paused or resumed; what it was then is not known any more.");
        }

        if (occurredAt < remembered)
        {
            return new(FateKind.TooOld, Reason: $"It happened before {remembered.UtcDateTime:yyyy-MM-dd}, and Cortex may have forgotten that it ran.");
        }

        if (log[^1].Status != Active)
        {
            return new(FateKind.Paused, Reason: $"The automation is {log[^1].Status}.");
        }

        if (!WasActive(log, receivedAt, receivedAt))
        {
            return new(FateKind.Paused, Reason: "The automation was not active when the webhook was received.");
        }

        return WasActive(log, occurredAt, occurredAt + StampPrecision)
            ? null
            : new(FateKind.Paused, Reason: "The automation was not active when it happened.");
    }

    private static string Active => UnitStatusText.Of(UnitStatus.Active);

    /// <summary>Whether the status was active at any moment from one time to another.</summary>
    private static bool WasActive(IReadOnlyList<StatusChange> log, DateTimeOffset from, DateTimeOffset to)
    {
        for (var i = log.Count - 1; i >= 0; i--)
        {
            var until = i + 1 < log.Count ? log[i + 1].At : DateTimeOffset.MaxValue;
            if (log[i].Status == Active && log[i].At <= to && until > from)
            {
                return true;
            }
        }

        return false;
    }
}
