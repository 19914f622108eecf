namespace Cortex;

/// <summary>Names one notification: what one step of one run told its user. Ordered by the time of the step.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
public readonly record struct NotificationId(Guid Value)
{
    private const string Prefix = "ntf_";

    /// <summary>Makes a new id, ordered by the time given.</summary>
    public static NotificationId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PrefixedGuid.Format(Prefix, Value);
}
