namespace Cortex;

/// <summary>Names one job: one request to do something with many runs or deliveries. Ordered by the time of the request.</summary>
/// <param name="Value">The bits, as PostgreSQL keeps them.</param>
[GenerateSerializer, Immutable, Alias("cortex.job-id")]
public readonly record struct JobId(Guid Value) : IPublicId<JobId>
{
    static string IPublicId<JobId>.Prefix => "job_";

    static JobId IPublicId<JobId>.From(Guid value) => new(value);

    /// <summary>Makes a new id, ordered by the time given.</summary>
    public static JobId New(DateTimeOffset now) => new(Guid.CreateVersion7(now));

    /// <summary>The text form, which is also the public id.</summary>
    public override string ToString() => PublicIds.Format(this);
}
