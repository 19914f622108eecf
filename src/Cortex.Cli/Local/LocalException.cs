namespace Cortex.Cli.Local;

/// <summary>Something on this machine keeps a local part from working. The message is for the user: what it is and what to do.</summary>
internal sealed class LocalException(string message, Exception? inner = null) : Exception(message, inner);
