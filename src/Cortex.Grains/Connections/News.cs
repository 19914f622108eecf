namespace Cortex.Connections;

/// <summary>Changes of a model that were not dealt with.</summary>
/// <param name="Newest">The newest of those that are of interest; null if there are none.</param>
/// <param name="IsEarly">Whether there are others whose webhook may be on its way.</param>
internal readonly record struct News(DateTimeOffset? Newest, bool IsEarly);
