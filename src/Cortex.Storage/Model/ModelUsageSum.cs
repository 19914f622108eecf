namespace Cortex.Storage.Model;

/// <summary>What the language model was used for a unit, as far as rows are kept.</summary>
/// <param name="InputTokens">Tokens of all questions.</param>
/// <param name="OutputTokens">Tokens of all answers.</param>
/// <param name="CostMicroUsd">Millionths of a US dollar; null where the price of any of them is not known.</param>
public sealed record ModelUsageSum(long InputTokens, long OutputTokens, long? CostMicroUsd);
