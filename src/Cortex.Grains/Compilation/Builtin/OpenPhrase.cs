namespace Cortex.Compilation.Builtin;

/// <summary>Words of a prompt that leave open what only the user knows.</summary>
/// <param name="At">The words.</param>
/// <param name="Text">What stands for them, with <see cref="PromptQuestion.Gap"/> for the answer.</param>
/// <param name="Sample">An answer with which it is tried.</param>
/// <param name="Options">Likely answers; empty where only the user can know.</param>
/// <param name="Sentence">What is missing.</param>
/// <param name="Question">The question for it.</param>
internal sealed record OpenPhrase(TextRange At, string Text, string Sample, IReadOnlyList<string> Options, string Sentence, string Question)
{
    /// <summary>The prompt with the gap.</summary>
    public string In(string prompt) => $"{prompt[..At.Start]}{Text}{prompt[(At.Start + At.Length)..]}";

    /// <summary>The prompt with the sample.</summary>
    public string Answered(string prompt) => In(prompt).Replace(PromptQuestion.Gap, Sample, StringComparison.Ordinal);
}
