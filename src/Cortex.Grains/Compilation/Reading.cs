using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>What a reader made of a prompt.</summary>
internal abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>Every word has its place in the program.</summary>
    public sealed record Understood(CortexProgram Program) : Reading;

    /// <summary>The prompt cannot become a program, whoever reads it.</summary>
    /// <param name="Code">One of <see cref="RefusalCode"/>.</param>
    /// <param name="Sentence">What is wrong and what to write instead.</param>
    /// <param name="At">Where in the prompt; null when it is about the whole.</param>
    public sealed record Refused(string Code, string Sentence, TextRange? At = null) : Reading;

    /// <summary>This reader did not understand all of it; another one may. The rest is the refusal if none does.</summary>
    /// <param name="Code">The likeliest of <see cref="RefusalCode"/>.</param>
    /// <param name="Sentence">Names the words that were not understood, and what to write instead.</param>
    /// <param name="At">Where in the prompt; null when it is about the whole.</param>
    public sealed record NotUnderstood(string Code, string Sentence, TextRange? At = null) : Reading;
}
