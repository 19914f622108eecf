using Cortex.Storage.Events;

namespace Cortex.Connections;

/// <summary>The next thing to do with a connection's backlog.</summary>
internal abstract record EventWork
{
    private EventWork()
    {
    }

    /// <summary>The event that the work is about, the first if there are several.</summary>
    public virtual PendingEvent? Head => null;

    /// <summary>Nothing is due before a time, or at all.</summary>
    public sealed record Nothing(DateTimeOffset? Until) : EventWork;

    /// <summary>An event that needs no work but its end.</summary>
    public sealed record Close(PendingEvent Event, EventEnd End) : EventWork
    {
        public override PendingEvent Head => Event;
    }

    /// <summary>An event that says something about the connection itself.</summary>
    public sealed record Authorise(PendingEvent Event, WebhookDetail.Auth Detail) : EventWork
    {
        public override PendingEvent Head => Event;
    }

    /// <summary>A provider says that something has changed, and not what: a sync brings it.</summary>
    public sealed record ProviderPush(PendingEvent Event, WebhookDetail.Forward Detail) : EventWork
    {
        public override PendingEvent Head => Event;
    }

    /// <summary>The clock has come to where meetings begin or end.</summary>
    public sealed record Tick(PendingEvent Event) : EventWork
    {
        public override PendingEvent Head => Event;
    }

    /// <summary>Consecutive events that say that the same model's records changed: one read serves them all.</summary>
    public sealed record Sync(IReadOnlyList<SyncEvent> Group) : EventWork
    {
        public override PendingEvent Head => Group[0].Event;
    }

    /// <summary>An event of a connection that nobody has claimed yet: it waits.</summary>
    public sealed record AwaitConnection(PendingEvent Event) : EventWork
    {
        public override PendingEvent Head => Event;
    }
}
