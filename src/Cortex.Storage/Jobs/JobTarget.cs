namespace Cortex.Storage.Jobs;

/// <summary>One event or run that a job deals with.</summary>
/// <param name="Id">Its id.</param>
/// <param name="User">Whose it is; null for an event of an account that nobody has claimed.</param>
/// <param name="Connection">The connection of an event; null for a run.</param>
public sealed record JobTarget(Guid Id, UserId? User, ConnectionKey? Connection);
