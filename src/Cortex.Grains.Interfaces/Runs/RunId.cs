namespace Cortex;

/// <summary>Names one run: one execution of a unit for one item; the key of its grain.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
[GenerateSerializer, Immutable, Alias("cortex.run-id")]
public readonly record struct RunId(Guid Value)
{
    private const string Prefix = "run_";

    /// <summary>The id of the run that a unit owes to an occurrence: always the same for the same two, so a repeated delivery is the same run.</summary>
    /// <param name="unit">The automation.</param>
    /// <param name="item">What happened; its time stands in front of the id.</param>
    public static RunId For(UnitId unit, Item item) => new(TimeOrderedGuid.Create(item.OccurredAt, RunIdentity.Hash(unit, item)));

    /// <summary>Makes the id of a rerun, which is a run of its own.</summary>
    public static RunId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>Reads the text form; false for anything that <see cref="ToString"/> did not write.</summary>
    public static bool TryParse(string? text, out RunId id)
    {
        var parsed = PrefixedGuid.TryParse(Prefix, text, out var value);
        id = new(value);
        return parsed;
    }

    /// <summary>Reads the text form of an id that this system wrote.</summary>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static RunId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a run id ({Prefix} and 32 hex digits).");

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PrefixedGuid.Format(Prefix, Value);
}
