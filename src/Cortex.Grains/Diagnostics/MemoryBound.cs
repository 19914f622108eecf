namespace Cortex.Diagnostics;

/// <summary>What one kind of work may hold in memory at most.</summary>
/// <param name="Work">Of what, in words.</param>
/// <param name="Count">At a time in one silo.</param>
/// <param name="Bytes">Each.</param>
internal sealed record MemoryBound(string Work, long Count, long Bytes)
{
    public long Product => Count * Bytes;
}
