namespace Cortex.Storage.Jobs;

/// <summary>One row of <c>jobs</c>, without what it picked.</summary>
/// <param name="Id">Its id.</param>
/// <param name="User">Who asked for it; null for an operator, over all users.</param>
/// <param name="Kind">One of <see cref="JobKind"/>.</param>
/// <param name="FilterJson">What it picked, as <see cref="JobFilterJson"/> writes it.</param>
/// <param name="Status">One of <see cref="JobStatus"/>.</param>
/// <param name="Total">How many deliveries and runs it picked.</param>
/// <param name="Done">With how many of them it was done.</param>
/// <param name="Failed">With how many it could not be done.</param>
/// <param name="IsPartial">Whether there were more than one job takes.</param>
/// <param name="Error">Why it could not be done with the last of those; or null.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="UpdatedAt">When it last got on.</param>
/// <param name="CompletedAt">When it was completed.</param>
public sealed record JobRow(
    JobId Id,
    UserId? User,
    string Kind,
    string FilterJson,
    string Status,
    int Total,
    int Done,
    int Failed,
    bool IsPartial,
    string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? CompletedAt)
{
    /// <summary>How many have been dealt with.</summary>
    public int Position => Done + Failed;
}
