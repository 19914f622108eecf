namespace Cortex.Compilation.Model;

/// <summary>Prompts with their right answers, to show a model what is meant.</summary>
internal interface IPromptExamples
{
    /// <summary>The examples whose wording is nearest to a prompt's, the nearest first; among them some that are refused.</summary>
    IReadOnlyList<PromptExample> Nearest(string prompt, int count);
}
