namespace Cortex.Storage;

/// <summary>PostgreSQL did not do something. All failures of the database leave this project as this one type.</summary>
/// <param name="fault">What it means.</param>
/// <param name="message">What PostgreSQL, or the connection to it, said; of no use to users.</param>
/// <param name="innerException">The driver's own exception.</param>
public sealed class StorageException(StorageFault fault, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What it means.</summary>
    public StorageFault Fault { get; } = fault;

    /// <summary>Whether the same may succeed later.</summary>
    public bool IsPassing => Fault is not StorageFault.Refused;
}
