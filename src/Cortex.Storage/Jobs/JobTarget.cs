namespace Cortex.Storage.Jobs;

/// <summary>One delivery or run that a job deals with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="User">Whose it is; null for a delivery of an account that nobody has claimed.</param>
/// <param name="Connection">The connection of a delivery; null for a run.</param>
public sealed record JobTarget(Guid Id, UserId? User, ConnectionKey? Connection);
