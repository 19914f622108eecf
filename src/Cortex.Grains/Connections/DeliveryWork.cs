using Cortex.Storage.Deliveries;

namespace Cortex.Connections;

/// <summary>The next thing to do with a connection's backlog.</summary>
internal abstract record DeliveryWork
{
    private DeliveryWork()
    {
    }

    /// <summary>The delivery that the work is about, the first if there are several.</summary>
    public virtual PendingDelivery? Head => null;

    /// <summary>Nothing is due before a time, or at all.</summary>
    public sealed record Nothing(DateTimeOffset? Until) : DeliveryWork;

    /// <summary>A delivery that needs no work but its end.</summary>
    public sealed record Close(PendingDelivery Delivery, DeliveryEnd End) : DeliveryWork
    {
        public override PendingDelivery Head => Delivery;
    }

    /// <summary>A delivery that says something about the connection itself.</summary>
    public sealed record Authorise(PendingDelivery Delivery, WebhookDetail.Auth Detail) : DeliveryWork
    {
        public override PendingDelivery Head => Delivery;
    }

    /// <summary>A provider says that something has changed, and not what: a sync brings it.</summary>
    public sealed record ProviderPush(PendingDelivery Delivery, WebhookDetail.Forward Detail) : DeliveryWork
    {
        public override PendingDelivery Head => Delivery;
    }

    /// <summary>The clock has come to where meetings begin or end.</summary>
    public sealed record Tick(PendingDelivery Delivery) : DeliveryWork
    {
        public override PendingDelivery Head => Delivery;
    }

    /// <summary>Consecutive deliveries that say that the same model's records changed: one read serves them all.</summary>
    public sealed record Sync(IReadOnlyList<SyncDelivery> Group) : DeliveryWork
    {
        public override PendingDelivery Head => Group[0].Delivery;
    }

    /// <summary>A delivery of a connection that nobody has claimed yet: it waits.</summary>
    public sealed record AwaitConnection(PendingDelivery Delivery) : DeliveryWork
    {
        public override PendingDelivery Head => Delivery;
    }
}
