namespace Cortex.Storage.Units;

/// <summary>A unit about to be made.</summary>
public sealed record NewUnitRow(
    UnitId Id,
    UserId User,
    string Name,
    string Prompt,
    CompiledProgram Program,
    string? IdempotencyKey,
    string? RequestHash);
