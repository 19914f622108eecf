namespace Cortex.Storage.Connections;

/// <summary>A model was read farther; written in the transaction of what was read.</summary>
/// <param name="Model">The model.</param>
/// <param name="Variant">The sync's variant, or null.</param>
/// <param name="Cursor">How far. One that is behind what is stored changes nothing: whoever wrote it slept meanwhile.</param>
public sealed record CursorMove(string Model, string? Variant, ModelCursor Cursor);
