namespace Cortex;

/// <summary>Names one run: one execution of a unit for one item; the key of its grain.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
[GenerateSerializer, Immutable, Alias("cortex.run-id")]
public readonly record struct RunId(Guid Value) : IPublicId<RunId>
{
    static string IPublicId<RunId>.Prefix => "run_";

    static RunId IPublicId<RunId>.From(Guid value) => new(value);

    /// <summary>The id of the run that a unit owes to an occurrence: always the same for the same two, so a repeated delivery is the same run.</summary>
    /// <param name="unit">The automation.</param>
    /// <param name="item">What happened; its time stands in front of the id.</param>
    public static RunId For(UnitId unit, Item item) => new(TimeOrderedGuid.Create(item.OccurredAt, RunIdentity.Hash(unit, item)));

    /// <summary>Makes the id of a rerun, which is a run of its own.</summary>
    public static RunId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PublicIds.Format(this);
}
