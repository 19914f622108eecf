using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Why a program is not accepted.</summary>
/// <param name="Code">One of <see cref="RefusalCode"/>.</param>
/// <param name="Sentence">What is wrong and what to write instead.</param>
/// <param name="At">Where in the prompt; null when it is about the whole.</param>
internal sealed record ProgramFault(string Code, string Sentence, TextRange? At = null);
