namespace Cortex.Nango;

/// <summary>One page of records.</summary>
/// <param name="Records">May be fewer than asked for.</param>
/// <param name="NextCursor">Null on the last page.</param>
public sealed record RecordsPage(IReadOnlyList<NangoRecord> Records, string? NextCursor);
