namespace Cortex.Storage.Model;

/// <summary>A question to the language model that was answered.</summary>
/// <param name="User">For whom it was asked.</param>
/// <param name="Unit">For which unit; null for a preview or a refused prompt.</param>
/// <param name="Run">For which run; null when it was not asked by one.</param>
/// <param name="Purpose">What for: <c>compile</c>, <c>condition</c>, <c>ai.summarize</c> ….</param>
/// <param name="Model">Which model.</param>
/// <param name="InputTokens">Tokens of the question.</param>
/// <param name="OutputTokens">Tokens of the answer.</param>
/// <param name="CostMicroUsd">Millionths of a US dollar; null where the price is not known.</param>
/// <param name="ProgramHash">For a compilation, what came out of it; null otherwise.</param>
public sealed record NewModelUsage(
    UserId User, UnitId? Unit, RunId? Run, string Purpose, string Model, int InputTokens, int OutputTokens, long? CostMicroUsd, string? ProgramHash = null);
