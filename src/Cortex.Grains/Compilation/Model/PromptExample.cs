namespace Cortex.Compilation.Model;

/// <summary>A prompt and its right answer.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="AnswerJson">What a model should answer to it, in the form of <see cref="AnswerSchema"/>.</param>
internal sealed record PromptExample(string Prompt, string AnswerJson)
{
    /// <summary>About how many tokens it takes.</summary>
    public int Tokens => Cortex.Model.ModelTokens.In(Prompt) + Cortex.Model.ModelTokens.In(AnswerJson);
}
