namespace Cortex.Storage.Changes;

/// <summary>One row that changed.</summary>
/// <param name="Kind">Of which table.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">Tells one state of the row from the next.</param>
/// <param name="At">When it changed, by the database's clock. Its transaction may have committed later.</param>
/// <param name="IsDeleted">Whether it is out of its user's sight now.</param>
public readonly record struct Change(ChangeKind Kind, Guid Id, long Version, DateTimeOffset At, bool IsDeleted);
