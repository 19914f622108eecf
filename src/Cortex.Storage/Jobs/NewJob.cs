namespace Cortex.Storage.Jobs;

/// <summary>A job about to be stored.</summary>
/// <param name="Id">Its id.</param>
/// <param name="User">Who asks for it; null for an operator.</param>
/// <param name="Kind">One of <see cref="JobKind"/>.</param>
/// <param name="FilterJson">What it picks.</param>
/// <param name="Items">What it picked, in the order in which it is to be dealt with.</param>
/// <param name="IsPartial">Whether there were more than one job takes.</param>
/// <param name="IdempotencyKey">The request's, or null.</param>
public sealed record NewJob(JobId Id, UserId? User, string Kind, string FilterJson, IReadOnlyList<Guid> Items, bool IsPartial, string? IdempotencyKey);
