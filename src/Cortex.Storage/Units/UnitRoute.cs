namespace Cortex.Storage.Units;

/// <summary>A unit that the items of a connection may concern.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Name">Its name, for the fates.</param>
/// <param name="Revision">The row's revision: a unit grain that holds an older one reads the row again.</param>
/// <param name="Happening">What its trigger waits for.</param>
/// <param name="LeadMinutes">How many minutes ahead, for what comes by the clock.</param>
public sealed record UnitRoute(UnitId Id, string Name, long Revision, string Happening, int LeadMinutes = 0);
