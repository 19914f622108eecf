namespace Cortex;

/// <summary>A grain could not do what was asked because something that it needs (PostgreSQL, Nango) did not answer. Later it may; nothing that was acknowledged is lost.</summary>
/// <param name="message">What did not answer; holds no secret.</param>
[GenerateSerializer, Alias("cortex.unavailable")]
public sealed class UnavailableException(string message) : Exception(message);
