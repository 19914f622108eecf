namespace Cortex.Catalog;

/// <summary>One thing that a step can do.</summary>
/// <param name="Name">As programs spell it.</param>
/// <param name="Label">What it is, in a list of what can be done: "add a label".</param>
/// <param name="Explanation">What it does, with the place of every input: "label it {label}"; see <see cref="Compilation.ReadBacks.ToolSentence"/>.</param>
internal sealed record ToolInfo(string Name, string Label, string Explanation)
{
    public IReadOnlyList<ToolInput> Inputs { get; init; } = [];

    /// <summary>What its step leaves behind.</summary>
    public IReadOnlyList<ToolOutput> Outputs { get; init; } = [];

    /// <summary>Ways to ask for it, inputs in braces. Phrases.</summary>
    public IReadOnlyList<ToolPhrase> Phrases { get; init; } = [];

    /// <summary>
    /// Verbs with which its phrases begin. A second instruction of the kind may leave its verb out: "create a task and <c>an event</c>". Phrases.
    /// </summary>
    public IReadOnlyList<string> MakingVerbs { get; init; } = [];

    /// <summary>Words that ask for it without saying all that it needs: "send an email". Phrases.</summary>
    public IReadOnlyList<string> IncompletePhrases { get; init; } = [];

    /// <summary>
    /// Ways to ask for it that name the event as what it is done to, as <c>{event}</c>: "label emails from … as Family". Phrases.
    /// Only for what nobody would say of a single item that is already there.
    /// </summary>
    public IReadOnlyList<ToolPhrase> EventPhrases { get; init; } = [];

    /// <summary>Words that ask for the contrary of what it does, so that both cannot be meant. Phrases.</summary>
    public IReadOnlyList<string> ContraryPhrases { get; init; } = [];

    /// <summary>Events of the same provider that using it causes by itself.</summary>
    public IReadOnlyList<string> EventsCaused { get; init; } = [];

    /// <summary>The kind of item that it acts on; null: it acts on none and serves every trigger.</summary>
    public string? ActsOn { get; init; }

    /// <summary>What it does that could hurt; null for one that can be taken back, or that nobody else notices.</summary>
    public Harm? Harm { get; init; }

    /// <summary>Whether its step asks the language model.</summary>
    public bool UsesModel { get; init; }

    /// <summary>Tells somebody, so that "of" or "about" leads from it to what is told: "notify me of new leads".</summary>
    public bool IsReport { get; init; }

    /// <summary>Stands for doing nothing, and so alone.</summary>
    public bool IsNothing { get; init; }

    /// <summary>A phrase without its verb of making; null if it begins with none.</summary>
    public string? MadeIn(ToolPhrase phrase) =>
        MakingVerbs.FirstOrDefault(verbs => phrase.Phrase.StartsWith(verbs, StringComparison.Ordinal)) is { } verbs ? phrase.Phrase[verbs.Length..] : null;

    public ToolInput? Find(string input) => Inputs.FirstOrDefault(candidate => candidate.Name == input);
}
