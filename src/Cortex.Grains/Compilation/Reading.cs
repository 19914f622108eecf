using Cortex.Compilation.Builtin;
using Cortex.Model;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>What a reader made of a prompt.</summary>
internal abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>What a model was paid for it; null when none was asked.</summary>
    public ModelUsage? Usage { get; init; }

    /// <summary>How far the built-in reader came; null of other readers, and when it understood all.</summary>
    public Farthest? Farthest { get; init; }

    /// <summary>Every word has its place in the program.</summary>
    public sealed record Understood(CortexProgram Program) : Reading
    {
        /// <summary>Whether the prompt is the program's own explanation, so that all of either is in the other.</summary>
        public bool IsReadBack { get; init; }

        /// <summary>Whether a value was taken from words without quotes that are only likely to be one, or all of it.</summary>
        public bool HasOpenValue { get; init; }
    }

    /// <summary>The prompt cannot become a program, whoever reads it.</summary>
    /// <param name="Code">One of <see cref="RefusalCode"/>.</param>
    /// <param name="Sentence">What is wrong and what to write instead.</param>
    /// <param name="At">Where in the prompt; null when it is about the whole.</param>
    /// <param name="Repair">What was understood and what was left over, as far as the reader can tell; null where it cannot.</param>
    public sealed record Refused(string Code, string Sentence, TextRange? At = null, Repair? Repair = null) : Reading;

    /// <summary>This reader did not understand all of it; another one may. The rest is the refusal if none does.</summary>
    /// <param name="Code">The likeliest of <see cref="RefusalCode"/>.</param>
    /// <param name="Sentence">Names the words that were not understood, and what to write instead.</param>
    /// <param name="At">Where in the prompt; null when it is about the whole.</param>
    /// <param name="Repair">What was understood and what was left over, as far as the reader can tell; null where it cannot.</param>
    public sealed record NotUnderstood(string Code, string Sentence, TextRange? At = null, Repair? Repair = null) : Reading;

    /// <summary>This reader was not there to be asked; what another one said stands.</summary>
    /// <param name="Sentence">Why.</param>
    public sealed record NotAsked(string Sentence) : Reading;

    /// <summary>This reader cannot read at the moment; later it may.</summary>
    /// <param name="Sentence">Why, and when to try again.</param>
    /// <param name="RetryAfter">The wait, if it is known.</param>
    public sealed record Unavailable(string Sentence, TimeSpan? RetryAfter) : Reading;
}
