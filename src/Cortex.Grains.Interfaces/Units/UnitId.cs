namespace Cortex;

/// <summary>Names one unit (an automation); the key of its grain.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
[GenerateSerializer, Immutable, Alias("cortex.unit-id")]
public readonly record struct UnitId(Guid Value)
{
    private const string Prefix = "unit_";

    /// <summary>Makes a new id, ordered by the time given.</summary>
    public static UnitId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>Reads the text form; false for anything that <see cref="ToString"/> did not write.</summary>
    public static bool TryParse(string? text, out UnitId id)
    {
        var parsed = PrefixedGuid.TryParse(Prefix, text, out var value);
        id = new(value);
        return parsed;
    }

    /// <summary>Reads the text form of an id that this system wrote.</summary>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static UnitId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a unit id ({Prefix} and 32 hex digits).");

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PrefixedGuid.Format(Prefix, Value);
}
