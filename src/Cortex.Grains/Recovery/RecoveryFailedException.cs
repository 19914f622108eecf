namespace Cortex.Recovery;

/// <summary>A sweep could not read what is open; the next one tries again.</summary>
/// <param name="message">Why; crosses silos.</param>
[GenerateSerializer, Alias("cortex.recovery-failed")]
public sealed class RecoveryFailedException(string message) : Exception(message);
