using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Suggestions;

/// <summary>What suggestions are made from: the known wordings, searchable, and the words of the language. Built once.</summary>
internal sealed class Lexicon
{
    /// <summary>First words of phrases that are no instruction by themselves.</summary>
    private static readonly FrozenSet<string> NoVerbs = FrozenSet.Create(
        StringComparer.Ordinal,
        "a", "an", "the", "it", "in", "to", "as", "into", "after", "under", "new", "nothing", "no", "i", "i'd", "get", "starred", "important", "goes", "should", "is", "from", "out", "by", "with", "of");

    private readonly FrozenDictionary<string, PartWording> _meanings;

    private readonly CortexCatalog _catalog;
    private readonly FrozenDictionary<string, FrozenSet<string>> _nouns;
    private readonly ILookup<string, string> _items;
    private readonly FrozenDictionary<string, PartWording> _defaults;

    public Lexicon(CortexCatalog catalog)
    {
        _catalog = catalog;
        var known = WordingBook.Known;
        _meanings = known.Where(wording => wording is { Role: WordingRole.Condition, Slots: [{ Takes: WordingSlot.Meaning }] })
            .SelectMany(wording => wording.Items, (wording, item) => (item, wording))
            .DistinctBy(pair => pair.item)
            .ToFrozenDictionary(pair => pair.item, pair => pair.wording, StringComparer.Ordinal);
        Vocabulary = ClosedVocabulary.Of(catalog, known.SelectMany(wording => wording.Heard));
        Events = new PartIndex(known.Where(wording => wording.Role == WordingRole.Event));
        Conditions = new PartIndex(known.Where(wording => wording.Role == WordingRole.Condition));
        Actions = new PartIndex(known.Where(wording => wording.Role == WordingRole.Action));
        Samples = known.Where(wording => wording.Role == WordingRole.Event && wording.Slots.Count == 0)
            .GroupBy(wording => wording.Items[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First().Canonical, StringComparer.Ordinal);
        Verbs = catalog.Tools
            .SelectMany(tool => tool.Phrases.Concat(tool.EventPhrases).Select(phrase => phrase.Phrase).Concat(tool.IncompletePhrases))
            .SelectMany(phrase => FirstWords.Of(PhraseNotation.Parse(phrase)).Words)
            .Concat(known.Where(wording => wording.Role == WordingRole.Action).SelectMany(wording => wording.Heard).Select(heard => heard.Split(' ', ':')[0].ToLowerInvariant()))
            .Where(word => !NoVerbs.Contains(word) && word.All(char.IsLetter))
            .ToFrozenSet(StringComparer.Ordinal);
        Flags = [.. known.Where(wording => wording is { Role: WordingRole.Condition, Slots.Count: <= 1 })
            .SelectMany(wording => wording.Heard.Where(heard => !heard.Contains('{', StringComparison.Ordinal)), (wording, heard) => new HeardForm(wording, heard))];
        EventWords = known.Where(wording => wording.Role == WordingRole.Event).SelectMany(wording => HeardForm.Stems(wording.Canonical)).ToFrozenSet(StringComparer.Ordinal);
        Default = known.First(wording => wording.Role == WordingRole.Event);
        var nouns = catalog.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Item).Distinct()
            .Select(item => (Item: item.Name, Stems: item.Nouns.SelectMany(PhraseNotation.Parse).SelectMany(LastWords).Select(WordStem.Of).ToFrozenSet(StringComparer.Ordinal)))
            .SelectMany(kind => kind.Stems, (kind, stem) => (stem, kind))
            .ToList();
        _items = nouns.ToLookup(pair => pair.stem, pair => pair.kind.Item, StringComparer.Ordinal);
        nouns = nouns.DistinctBy(pair => pair.stem).ToList();
        _nouns = nouns.ToFrozenDictionary(pair => pair.stem, pair => pair.kind.Stems, StringComparer.Ordinal);
        _defaults = nouns.ToFrozenDictionary(
            pair => pair.stem, pair => known.First(wording => wording is { Role: WordingRole.Event, Slots.Count: 0 } && wording.Items.Contains(pair.kind.Item)), StringComparer.Ordinal);
        Pieces = new PieceReader(Vocabulary);
        Spelling = new Spelling(Vocabulary.Union(ClosedVocabulary.Values(catalog)).ToFrozenSet(StringComparer.Ordinal));
    }

    public FrozenSet<string> Vocabulary { get; }

    /// <summary>Words with which an instruction begins.</summary>
    public FrozenSet<string> Verbs { get; }

    public PartIndex Events { get; }

    public PartIndex Conditions { get; }

    public PartIndex Actions { get; }

    /// <summary>For each kind of item a wording of an event that brings one.</summary>
    public FrozenDictionary<string, string> Samples { get; }

    /// <summary>Stems of the words that tell one event from another.</summary>
    public FrozenSet<string> EventWords { get; }

    /// <summary>Forms of conditions that say no literal.</summary>
    public IReadOnlyList<HeardForm> Flags { get; }

    /// <summary>The event that is meant when none is named.</summary>
    public PartWording Default { get; }

    /// <summary>The event that is meant when only a kind of item is named; null if the stem names none.</summary>
    public PartWording? DefaultOf(string stem) => _defaults.GetValueOrDefault(stem);

    /// <summary>The kinds of items that a stem is a word for.</summary>
    public IEnumerable<string> ItemsOf(string stem) => _items[stem];

    /// <summary>Whether a stem is a word for a kind of item.</summary>
    public bool IsNoun(string stem) => _nouns.ContainsKey(stem);

    /// <summary>The stems that mean the same: of "deal" also "opportunity".</summary>
    public IEnumerable<string> Alike(string stem) => _nouns.TryGetValue(stem, out var nouns) ? nouns : [stem];

    public PieceReader Pieces { get; }

    public Spelling Spelling { get; }

    /// <summary>How a meaning is asked for of a kind of item; null where nobody judges any.</summary>
    public PartWording? MeaningOf(string item) => _meanings.GetValueOrDefault(item);

    /// <summary>The kind of item that a trigger brings.</summary>
    public string? ItemOf(Trigger trigger) => _catalog.FindTrigger(trigger.Provider, trigger.Event)?.Item.Name;

    public Sentence Read(string prompt) => new(prompt, Pieces.Read(prompt), Vocabulary);

    /// <summary>Of "support ticket" the ticket.</summary>
    private static IEnumerable<string> LastWords(PhraseNode node) => node switch
    {
        PhraseNode.Word word => [word.Text],
        PhraseNode.Choice choice => choice.Sequences.SelectMany(sequence => LastWords(sequence[^1])),
        _ => [],
    };
}
