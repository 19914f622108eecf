namespace Cortex.Api.DeadLetters;

/// <param name="Filter">Which dead letters; an empty object stands for all.</param>
internal sealed record RetryDeadLettersRequest(DeadLettersFilter Filter);
