namespace Cortex.Api.DeadLetters;

internal sealed record DeadLettersAnswer(IEnumerable<DeadLetterBody> DeadLetters, string? NextCursor);
