namespace Cortex.Catalog;

/// <summary>What a tool does that people regret when it is done to items that they did not mean: it destroys, tells others, or changes what is there.</summary>
/// <param name="Do">As it follows "it could": "move {items} to the trash". <c>{others}</c> stands for the addresses that are not the user's own.</param>
/// <param name="Done">As it follows "it would have": "moved {items} to the trash".</param>
internal sealed record Harm(string Do, string Done)
{
    /// <summary>Whether the harm is that others are written to: a step that writes to the user's own addresses only, or to no address, does none. A tool that has no input for addresses always writes to others.</summary>
    public bool IsToOthers { get; init; }

    /// <summary>Whether the item is thrown away, so that a pronoun must not leave open what is.</summary>
    public bool Destroys { get; init; }

    /// <summary>Words that ask for it: it is suggested only for a prompt that contains one of them. Empty: for any prompt.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}
