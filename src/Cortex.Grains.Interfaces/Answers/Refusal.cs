namespace Cortex;

/// <summary>An expected refusal.</summary>
/// <param name="Kind">Decides the HTTP status, in one place of the API.</param>
/// <param name="Sentence">One sentence for the user: what is wrong and the way out.</param>
/// <param name="Code">For a prompt that does not compile, why: see <see cref="Programs.RefusalCode"/>.</param>
/// <param name="At">For a prompt that does not compile, where in it; null when it is about the whole.</param>
/// <param name="RetryAfter">For <see cref="RefusalKind.Unavailable"/>, when to try again; null when that is not known.</param>
/// <param name="Danger">For a program that has to be confirmed, what it could hurt; null otherwise.</param>
/// <param name="Repair">For a prompt that does not compile, what it can be put right with; null when there is nothing, or from a silo of before.</param>
[GenerateSerializer, Immutable, Alias("cortex.refusal")]
public sealed record Refusal(RefusalKind Kind, string Sentence, string? Code = null, TextRange? At = null, TimeSpan? RetryAfter = null, Danger? Danger = null, Repair? Repair = null);
