namespace Cortex.Connections;

/// <summary>How far a connection's records have been read; grain state, kept by Orleans' AdoNet storage.</summary>
public sealed class ConnectionCursors
{
    /// <summary>By model and variant (see <see cref="ModelCursor.KeyOf"/>).</summary>
    public Dictionary<string, ModelCursor> Models { get; init; } = [];
}
