namespace Cortex.Storage.Units;

/// <summary>One row of <c>units</c>.</summary>
/// <param name="StatusLog">Oldest first; the last entry is the present status.</param>
public sealed record UnitRow(
    UnitId Id,
    UserId User,
    string Name,
    string Prompt,
    UnitStatus Status,
    IReadOnlyList<StatusChange> StatusLog,
    int Version,
    long Revision,
    string Provider,
    string Happening,
    string ProgramJson,
    string ProgramHash,
    string Explanation,
    string Compiler,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    /// <summary>The explanation in parts, a <see cref="Programs.ReadBack"/>; null for one that was compiled before it was kept.</summary>
    public string? ReadBackJson { get; init; }
}
