namespace Cortex.Connections;

/// <summary>How far a connection's records have been read; grain state, kept by Orleans' AdoNet storage.</summary>
public sealed class ConnectionCursors
{
    /// <summary>By model and variant (see <see cref="ModelCursor.KeyOf"/>).</summary>
    public Dictionary<string, ModelCursor> Models { get; init; } = [];

    /// <summary>Up to when the clock has been read for meetings that begin or end; null while nothing waits for them.</summary>
    public DateTimeOffset? ClockedTo { get; set; }

    /// <summary>Drops the positions of long reads that are under way; they begin anew, and what was seen is known.</summary>
    /// <returns>Whether there were any.</returns>
    public bool ForgetPages()
    {
        var reads = Models.Where(model => model.Value.Resume is not null).ToList();
        foreach (var (model, cursor) in reads)
        {
            Models[model] = cursor with { Resume = null };
        }

        return reads.Count > 0;
    }
}
