namespace Cortex;

/// <summary>Names one notification: what one step of one run told its user. Ordered by the time of the step.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
public readonly record struct NotificationId(Guid Value) : IPublicId<NotificationId>
{
    static string IPublicId<NotificationId>.Prefix => "ntf_";

    static NotificationId IPublicId<NotificationId>.From(Guid value) => new(value);

    /// <summary>Makes a new id, ordered by the time given.</summary>
    public static NotificationId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PublicIds.Format(this);
}
