namespace Cortex.Model;

/// <summary>What a question cost.</summary>
/// <param name="Model">Which model.</param>
/// <param name="InputTokens">Tokens of the question.</param>
/// <param name="OutputTokens">Tokens of the answer.</param>
/// <param name="CostMicroUsd">Millionths of a US dollar; null where the model's price is not known.</param>
internal sealed record ModelUsage(string Model, int InputTokens, int OutputTokens, long? CostMicroUsd)
{
    /// <summary>Both together.</summary>
    public static ModelUsage? Sum(ModelUsage? one, ModelUsage? other) => (one, other) switch
    {
        (null, _) => other,
        (_, null) => one,
        _ => other with
        {
            InputTokens = one.InputTokens + other.InputTokens,
            OutputTokens = one.OutputTokens + other.OutputTokens,
            CostMicroUsd = one.CostMicroUsd + other.CostMicroUsd,
        },
    };
}
