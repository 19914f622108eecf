using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Why a program is not accepted.</summary>
/// <param name="Code">One of <see cref="RefusalCode"/>.</param>
/// <param name="Sentence">What is wrong and what to write instead.</param>
/// <param name="At">Where in the prompt; null when it is about the whole.</param>
/// <param name="LeftOver">What of the prompt the program does not say; null unless that is the fault.</param>
internal sealed record ProgramFault(string Code, string Sentence, TextRange? At = null, IReadOnlyList<TextRange>? LeftOver = null)
{
    /// <summary>Words that mend the fault when they are added to the end of the prompt; null if there are none.</summary>
    public string? Ending { get; init; }
}
