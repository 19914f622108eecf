namespace Cortex;

/// <summary>Names one unit (an automation); the key of its grain.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
[GenerateSerializer, Immutable, Alias("cortex.unit-id")]
public readonly record struct UnitId(Guid Value) : IPublicId<UnitId>
{
    static string IPublicId<UnitId>.Prefix => "unit_";

    static UnitId IPublicId<UnitId>.From(Guid value) => new(value);

    /// <summary>Makes a new id, ordered by the time given.</summary>
    public static UnitId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PublicIds.Format(this);
}
