namespace Cortex.Model;

/// <summary>What a question cost.</summary>
/// <param name="Model">Which model.</param>
/// <param name="InputTokens">Tokens of the question.</param>
/// <param name="OutputTokens">Tokens of the answer.</param>
/// <param name="CostMicroUsd">Millionths of a US dollar; null where the model's price is not known.</param>
internal sealed record ModelUsage(string Model, int InputTokens, int OutputTokens, long? CostMicroUsd);
