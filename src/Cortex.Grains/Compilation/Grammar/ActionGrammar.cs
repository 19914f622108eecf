using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>Reads instructions: every way in which the catalog asks for a tool.</summary>
internal sealed class ActionGrammar
{
    private const string EventSlot = "{event}";

    private readonly Parser<SlotValue> _references;
    private readonly ToolInfo _wait;
    private readonly Dictionary<string, List<int>> _aroundByFirst = new(StringComparer.OrdinalIgnoreCase);
    private readonly Assignments _assignments;
    private readonly Parser<SlotValue> _states;
    private readonly Parser<SlotValue> _knownStates;

    public ActionGrammar(CortexCatalog catalog)
    {
        ItemField[] states = [.. catalog.Providers.SelectMany(provider => provider.Triggers).SelectMany(trigger => trigger.Item.Fields).Where(field => field.IsState || field.IsPicklist).Distinct().OrderByDescending(field => field.IsState)];
        _states = ValueParsers.Exact(states);
        _knownStates = ValueParsers.InQuotes.Or(KnownValues.Build(states));
        _references = FieldNames.BuildReferences(catalog);
        _assignments = new Assignments(catalog);
        _wait = catalog.Tools.Single(tool => tool.Inputs is [{ Kind: InputKind.Duration, Required: true }]);
        foreach (var tool in catalog.Tools)
        {
            Add(Complete, tool, tool.Phrases);
            Add(Participles, tool, tool.Phrases.Where(phrase => phrase.Phrase.StartsWith(ToolPhrase.Be, StringComparison.Ordinal)).Select(phrase => phrase with { Phrase = phrase.Phrase[ToolPhrase.Be.Length..] }));
            Add(Made, tool, tool.Phrases.Select(phrase => (phrase, Made: tool.MadeIn(phrase))).Where(pair => pair.Made is not null).Select(pair => pair.phrase with { Phrase = pair.Made! }));
            Add(Incomplete, tool, tool.IncompletePhrases.Select(phrase => new ToolPhrase(phrase)));
            if (tool.IsReport)
            {
                Report ??= new ToolReading(tool, tool.Phrases[0], Captures.None);
                Add(Told, tool, ["to {text:task}"]);
            }

            foreach (var phrase in tool.ContraryPhrases)
            {
                Contraries.Add((tool, Compiler(tool).Compile(PhraseNotation.Parse($"[.|,] [but|and] {phrase}"))));
            }

            foreach (var phrase in tool.EventPhrases)
            {
                AddAround(tool, phrase);
            }
        }
    }

    /// <summary>Instructions with all that they need.</summary>
    public PhraseTable<DraftStep> Complete { get; } = new(DraftStep.Merge);

    /// <summary>What else is to become of an item, behind such an instruction: "… and <c>marked as read</c>".</summary>
    public PhraseTable<DraftStep> Participles { get; } = new(DraftStep.Merge);

    /// <summary>What else is to be made, behind such an instruction: "create a task and <c>an event</c>".</summary>
    public PhraseTable<DraftStep> Made { get; } = new(DraftStep.Merge);

    /// <summary>Instructions that lack something.</summary>
    public PhraseTable<DraftStep> Incomplete { get; } = new(DraftStep.Merge);

    /// <summary>Instructions with the event inside: what stands before it, and what, if anything, after it.</summary>
    public IList<(Parser<Captures> Before, Parser<Captures>? After, ToolInfo Tool, ToolPhrase Phrase)> Around { get; } = [];

    /// <summary>Which of them can begin with a word, by their places.</summary>
    public IEnumerable<int> AroundsFrom(string word) => Lookup(word).Concat(Lookup("")).Order();

    /// <summary>What the user is to be told, where how long after stands before it: "remind me in 2 days <c>to call back</c>".</summary>
    public PhraseTable<DraftStep> Told { get; } = new(DraftStep.Merge);

    /// <summary>To tell the user, with nothing said about how.</summary>
    public ToolReading Report { get; private set; } = null!;

    /// <summary>What says the contrary of a tool.</summary>
    public IList<(ToolInfo Tool, Parser<Captures> Phrase)> Contraries { get; } = [];

    /// <summary>To wait so long.</summary>
    public ToolReading Waiting(string duration) => new(_wait, _wait.Phrases[0], Captures.Of(_wait.Inputs[0].Name, [SlotValue.Literal(duration)]));

    private List<int> Lookup(string word) => _aroundByFirst.GetValueOrDefault(word) ?? [];

    private void Add(PhraseTable<DraftStep> table, ToolInfo tool, IEnumerable<ToolPhrase> phrases)
    {
        var compiler = Compiler(tool);
        foreach (var phrase in phrases)
        {
            table.Add(compiler, phrase.Phrase, captures => new DraftStep([new ToolReading(tool, phrase, captures)]));
        }
    }

    private void AddAround(ToolInfo tool, ToolPhrase phrase)
    {
        var at = phrase.Phrase.IndexOf(EventSlot, StringComparison.Ordinal);
        var compiler = Compiler(tool);
        var after = phrase.Phrase[(at + EventSlot.Length)..];
        var first = at == 0 ? null : FirstWords.Of(PhraseNotation.Parse(phrase.Phrase[..at]));
        foreach (var word in first is { CanBeSlot: false, CanBeEmpty: false } ? [.. first.Words] : new[] { "" })
        {
            if (!_aroundByFirst.TryGetValue(word, out var indices))
            {
                _aroundByFirst[word] = indices = [];
            }

            indices.Add(Around.Count);
        }

        Around.Add((
            at == 0 ? Always(Captures.None) : compiler.Compile(PhraseNotation.Parse(phrase.Phrase[..at])),
            string.IsNullOrWhiteSpace(after) ? null : compiler.Compile(PhraseNotation.Parse(after)),
            tool,
            phrase));
    }

    private PhraseCompiler Compiler(ToolInfo tool) => new((slot, followers) => Slot(tool, slot, followers));

    private Parser<IReadOnlyList<SlotValue>> Slot(ToolInfo tool, PhraseNode.Slot slot, IReadOnlySet<string> followers) => (slot.Name, slot.Kind) switch
    {
        (_, "url") => ValueParsers.One(ValueParsers.Url),
        ("", "name") => ValueParsers.One(ValueParsers.Name),
        (RecordSlots.Labels, _) when tool.Find(RecordSlots.Labels) is null => ValueParsers.OfInput(InputKind.List, slot, followers, _references),
        (RecordSlots.About, _) => ValueParsers.Described(followers),
        (RecordSlots.Whom, _) => ValueParsers.One(Recipients.Others),
        (RecordSlots.State, "known") => ValueParsers.One(_knownStates),
        (RecordSlots.State, _) => ValueParsers.One(_states),
        (RecordSlots.Set, "plain") => _assignments.SetPlainly,
        (RecordSlots.Set, _) => _assignments.Set,
        (RecordSlots.What, _) when tool.Find(RecordSlots.What) is null => ValueParsers.One(_assignments.Names),
        (RecordSlots.To, _) when tool.Find(RecordSlots.To) is null => ValueParsers.One(_assignments.AnyValue),
        (RecordSlots.Placed, _) => _assignments.Placed,
        (RecordSlots.With, _) when tool.Inputs.All(input => input.Kind != InputKind.Fields) => EventExtras.Build(tool, _references),
        (RecordSlots.With, _) => _assignments.Details,
        (RecordSlots.Owner, _) => ValueParsers.One(ValueParsers.Owner),
        (RecordSlots.Due, _) => ValueParsers.OfInput(InputKind.Time, slot, followers, _references),
        (RecordSlots.Title, _) => ValueParsers.OfInput(InputKind.Text, slot, followers, _references),
        _ when tool.Find(slot.Name) is { Kind: InputKind.Choice } choice => Choices.Build(choice, tool),
        _ when tool.Find(slot.Name) is { } input => ValueParsers.OfInput(input.Kind, slot, followers, _references),
        _ => throw new InvalidOperationException($"{tool.Name} has no input {slot.Name}."),
    };
}
