namespace Cortex.Storage;

/// <summary>More writes wait than a queue holds: the sender should slow down.</summary>
public sealed class QueueFullException(string message) : Exception(message);
