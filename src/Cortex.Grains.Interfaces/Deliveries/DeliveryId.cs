namespace Cortex;

/// <summary>Names one delivery: what Nango sent, or what Cortex found without it; one row of the table <c>events</c>. Ordered by the time of receipt.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
[GenerateSerializer, Immutable, Alias("cortex.event-id")]
public readonly record struct DeliveryId(Guid Value) : IPublicId<DeliveryId>
{
    static string IPublicId<DeliveryId>.Prefix => "evt_";

    static DeliveryId IPublicId<DeliveryId>.From(Guid value) => new(value);

    /// <summary>Makes a new id, ordered by the time given.</summary>
    public static DeliveryId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PublicIds.Format(this);
}
