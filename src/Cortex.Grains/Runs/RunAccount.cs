namespace Cortex.Runs;

/// <summary>Whose run it is, and what its item came through.</summary>
/// <param name="User">The user.</param>
/// <param name="Connection">The connection of the item.</param>
/// <param name="Provider">The item's provider.</param>
internal sealed record RunAccount(UserId User, ConnectionKey Connection, string Provider);
