namespace Cortex;

/// <summary>The one thing that a prompt leaves open.</summary>
/// <param name="Text">The question.</param>
/// <param name="Options">Likely answers, each of which makes a prompt that compiles; empty where only the user can know.</param>
/// <param name="Insert">The prompt with <see cref="Gap"/> where the answer goes.</param>
[GenerateSerializer, Immutable, Alias("cortex.prompt-question")]
public sealed record PromptQuestion(string Text, IReadOnlyList<string> Options, string Insert)
{
    /// <summary>Stands for the answer.</summary>
    public const string Gap = "{answer}";
}
