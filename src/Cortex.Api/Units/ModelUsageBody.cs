using Cortex.Storage.Model;

namespace Cortex.Api.Units;

/// <summary>What the language model was used for an automation, as far back as history is kept.</summary>
internal sealed record ModelUsageBody(long InputTokens, long OutputTokens, decimal? CostUsd)
{
    private const decimal MicroUsdPerUsd = 1_000_000;

    public static ModelUsageBody Of(ModelUsageSum sum) => new(sum.InputTokens, sum.OutputTokens, sum.CostMicroUsd / MicroUsdPerUsd);
}
