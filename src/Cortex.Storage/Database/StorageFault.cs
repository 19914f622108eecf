namespace Cortex.Storage;

/// <summary>What it means that PostgreSQL did not do something.</summary>
public enum StorageFault
{
    /// <summary>It is away, starting, stopping, out of room, too slow, or not migrated yet: the same may succeed later.</summary>
    Away,

    /// <summary>Others were in the way, again and again (a deadlock, a lock): the same may succeed later.</summary>
    Conflict,

    /// <summary>It refuses what was to be stored or asked, and will refuse it every time.</summary>
    Refused,
}
