namespace Cortex.Storage.Changes;

/// <summary>Whose changes are asked for, and since when by the database's clock.</summary>
public readonly record struct ChangesQuery(UserId User, DateTimeOffset Since);
