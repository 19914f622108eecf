namespace Cortex;

/// <summary>A grain failed in a way that it did not expect. Stands for exceptions of types that the calling process may not know.</summary>
/// <param name="message">The type and message of what was thrown.</param>
[GenerateSerializer, Alias("cortex.grain-failed")]
public sealed class GrainFailedException(string message) : Exception(message);
