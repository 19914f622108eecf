namespace Cortex.Nango;

/// <summary>Connections of one user.</summary>
/// <param name="Connections">What Nango lists, as far as it can be read.</param>
/// <param name="IsComplete">Whether these are all; from a cut list nothing may be concluded of a connection that is not on it.</param>
public sealed record NangoConnections(IReadOnlyList<NangoConnection> Connections, bool IsComplete);
