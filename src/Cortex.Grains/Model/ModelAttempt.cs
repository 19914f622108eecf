namespace Cortex.Model;

/// <summary>What one request to the model gave.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Answer">The answer, if it was <see cref="ModelOutcome.Ok"/>; what there is of it, if it was <see cref="ModelOutcome.Cut"/>.</param>
/// <param name="Status">The HTTP status; 0 when there was none.</param>
/// <param name="RetryAfter">The wait that was asked for, if any.</param>
/// <param name="Error">What a refusal said.</param>
internal sealed record ModelAttempt(
    ModelOutcome Outcome, ModelReply.Answered? Answer = null, int Status = 0, TimeSpan? RetryAfter = null, ModelError? Error = null);
