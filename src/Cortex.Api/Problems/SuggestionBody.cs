using Cortex.Api.Json;

namespace Cortex.Api.Problems;

/// <summary>Another wording of a refused prompt.</summary>
/// <param name="Prompt">The wording; it compiles.</param>
/// <param name="Program">The program that would come of it.</param>
/// <param name="Explanation">What that will do, in plain words.</param>
/// <param name="Changes">How the wording differs from what was written.</param>
internal sealed record SuggestionBody(string Prompt, RawJson Program, string Explanation, IReadOnlyList<string> Changes)
{
    public static SuggestionBody Of(PromptSuggestion suggestion) => new(suggestion.Prompt, new(suggestion.ProgramJson), suggestion.Explanation, suggestion.Changes);
}
