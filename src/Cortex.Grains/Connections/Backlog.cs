using Cortex.Storage.Deliveries;

namespace Cortex.Connections;

/// <summary>Decides what to do next with a connection's pending deliveries. Pure.</summary>
/// <remarks>
/// Deliveries are dealt with in the order of acceptance; one that was put off holds up those behind it. Two exceptions: while nobody has claimed the connection,
/// a delivery that may say whose it is goes first, as Nango sends a sync webhook before the auth webhook now and then; and a tick of the clock does not wait behind what waits for Nango,
/// as it needs nothing of Nango and is worth nothing when it is late.
/// </remarks>
internal static class Backlog
{
    /// <summary>How long a delivery waits for its connection to become known.</summary>
    public static readonly TimeSpan UnknownConnectionAgeMax = TimeSpan.FromDays(1);

    public static DeliveryWork Next(IReadOnlyList<PendingDelivery> pending, bool isConnectionKnown, DateTimeOffset now)
    {
        if (!isConnectionKnown && FirstAuth(pending) is { } auth)
        {
            return auth;
        }

        if (pending.Count == 0)
        {
            return new DeliveryWork.Nothing(null);
        }

        var head = pending[0];
        if (head.RetryAt > now)
        {
            return isConnectionKnown && pending.FirstOrDefault(e => e.Source == DeliverySource.Clock && !(e.RetryAt > now)) is { } tick
                ? new DeliveryWork.Tick(tick)
                : new DeliveryWork.Nothing(head.RetryAt);
        }

        if (RepeatedBy(pending, 0) is { } original)
        {
            return Close(head, "duplicate", $"It is the same delivery as {original}.");
        }

        if (!isConnectionKnown)
        {
            return now - head.PendingSince > UnknownConnectionAgeMax
                ? Close(head, "ignored", "Nobody has connected this account within a day.")
                : new DeliveryWork.AwaitConnection(head);
        }

        if (head.Source == DeliverySource.Clock)
        {
            return new DeliveryWork.Tick(head);
        }

        return WebhookEnvelope.Read(head.Payload).Detail switch
        {
            WebhookDetail.Auth detail => new DeliveryWork.Authorise(head, detail),
            WebhookDetail.SyncSucceeded detail => new DeliveryWork.Sync(GroupOf(pending, detail, now)),
            WebhookDetail.SyncFailed detail => Close(head, "ignored", $"Nango could not read from the provider: {detail.Error}"),
            WebhookDetail.Forward { ResourceState: "sync" } => Close(head, "ignored", "Google Calendar says that its notices begin; nothing has changed."),
            WebhookDetail.Forward detail => new DeliveryWork.ProviderPush(head, detail),
            WebhookDetail.AsyncAction => Close(head, "ignored", "Cortex starts no asynchronous actions."),
            WebhookDetail.Unknown detail => Close(head, "ignored", $"Webhooks of type '{detail.Type}' are not known."),
            _ => throw new InvalidOperationException("A webhook has a detail that nothing deals with."),
        };
    }

    private static DeliveryWork.Authorise? FirstAuth(IReadOnlyList<PendingDelivery> pending) =>
        pending.Select(e => WebhookEnvelope.Read(e.Payload).Detail is WebhookDetail.Auth detail ? new DeliveryWork.Authorise(e, detail) : null)
            .FirstOrDefault(work => work is not null);

    /// <summary>The head and those right behind it that announce changes of the same model.</summary>
    private static List<SyncDelivery> GroupOf(IReadOnlyList<PendingDelivery> pending, WebhookDetail.SyncSucceeded first, DateTimeOffset now)
    {
        List<SyncDelivery> group = [new(pending[0], first)];
        if (pending[0].FatesJson is not null)
        {
            // Its read is under way, and goes on where it was: what others announce may lie before that.
            return group;
        }

        for (var i = 1; i < pending.Count; i++)
        {
            var next = pending[i];
            if (next.RetryAt > now || next.FatesJson is not null || RepeatedBy(pending, i) is not null
                || WebhookEnvelope.Read(next.Payload).Detail is not WebhookDetail.SyncSucceeded detail
                || detail.Model != first.Model || detail.Variant != first.Variant || detail.ModifiedAfter is null || first.ModifiedAfter is null)
            {
                break;
            }

            group.Add(new(next, detail));
        }

        return group;
    }

    /// <summary>The delivery that this one repeats: a processed one, or an earlier one of the backlog.</summary>
    private static DeliveryId? RepeatedBy(IReadOnlyList<PendingDelivery> pending, int index) =>
        pending[index] is not { DedupeKey: { } key } repeat ? null
        : repeat.RepeatOf ?? pending.Take(index).FirstOrDefault(e => e.DedupeKey == key)?.Id;

    private static DeliveryWork.Close Close(PendingDelivery delivery, string outcome, string reason) => new(delivery, new(delivery.Id, Failed: false, outcome, reason, null));
}
