using Cortex.Programs;

namespace Cortex.Compilation.Model;

/// <summary>What a model answered, its form checked; whether it is right is the validator's matter.</summary>
internal abstract record ModelAnswer
{
    private ModelAnswer()
    {
    }

    public sealed record Program(CortexProgram Value) : ModelAnswer;

    /// <param name="Code">One of <see cref="RefusalCode"/>.</param>
    /// <param name="Sentence">For the user.</param>
    /// <param name="Quote">The part of the prompt that it is about, or null.</param>
    public sealed record Refusal(string Code, string Sentence, string? Quote) : ModelAnswer;
}
