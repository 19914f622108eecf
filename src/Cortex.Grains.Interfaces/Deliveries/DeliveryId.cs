namespace Cortex;

/// <summary>Names one delivery: what Nango sent, or what Cortex found without it; one row of the table <c>events</c>. Ordered by the time of receipt.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
[GenerateSerializer, Immutable, Alias("cortex.event-id")]
public readonly record struct DeliveryId(Guid Value)
{
    private const string Prefix = "evt_";

    /// <summary>Makes a new id, ordered by the time given.</summary>
    public static DeliveryId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>Reads the text form; false for anything that <see cref="ToString"/> did not write.</summary>
    public static bool TryParse(string? text, out DeliveryId id)
    {
        var parsed = PrefixedGuid.TryParse(Prefix, text, out var value);
        id = new(value);
        return parsed;
    }

    /// <summary>Reads the text form of an id that this system wrote.</summary>
    /// <exception cref="FormatException">The text is not such an id.</exception>
    public static DeliveryId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a delivery's id ({Prefix} and 32 hex digits).");

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PrefixedGuid.Format(Prefix, Value);
}
