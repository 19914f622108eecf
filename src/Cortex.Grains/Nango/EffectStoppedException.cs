namespace Cortex.Nango;

/// <summary>A request was not sent, as whoever wanted it may not have its effect any more.</summary>
public sealed class EffectStoppedException(string message) : Exception(message);
