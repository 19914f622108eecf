namespace Cortex;

/// <summary>Names one job: one request to do something with many runs or deliveries. Ordered by the time of the request.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
[GenerateSerializer, Immutable, Alias("cortex.job-id")]
public readonly record struct JobId(Guid Value)
{
    private const string Prefix = "job_";

    /// <summary>Makes a new id, ordered by the time given.</summary>
    public static JobId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>Reads the text form; false for anything that <see cref="ToString"/> did not write.</summary>
    public static bool TryParse(string? text, out JobId id)
    {
        var parsed = PrefixedGuid.TryParse(Prefix, text, out var value);
        id = new(value);
        return parsed;
    }

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PrefixedGuid.Format(Prefix, Value);
}
