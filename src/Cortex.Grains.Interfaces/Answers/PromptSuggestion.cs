namespace Cortex;

/// <summary>Another wording of a refused prompt, and what would come of it.</summary>
/// <param name="Prompt">The wording; it compiles.</param>
/// <param name="ProgramJson">The program, as the API shows it.</param>
/// <param name="Explanation">What it will do, in plain words made from the program.</param>
/// <param name="Changes">How it differs from what was written, one short phrase each: "recieve → receive", "leaves out: by Friday".</param>
[GenerateSerializer, Immutable, Alias("cortex.prompt-suggestion")]
public sealed record PromptSuggestion(string Prompt, string ProgramJson, string Explanation, IReadOnlyList<string> Changes);
