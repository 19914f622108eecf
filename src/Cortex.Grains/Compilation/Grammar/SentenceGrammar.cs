using Cortex.Catalog;
using Cortex.Programs;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>All parsers of a catalog's language, built once.</summary>
internal sealed class SentenceGrammar
{
    private static readonly PhraseCompiler Words = new((slot, _) => throw new InvalidOperationException($"There is no value {slot.Name} here."));

    private readonly Dictionary<ItemKind, PhraseTable<Condition>> _conditions = [];
    private readonly Dictionary<TriggerInfo, Parser<Captures>> _closings = [];

    public SentenceGrammar(CortexCatalog catalog)
    {
        Head = EventGrammar.Heads(catalog);
        Action = ActionGrammar.Complete(catalog);
        IncompleteAction = ActionGrammar.Incomplete(catalog);
        foreach (var trigger in catalog.Providers.SelectMany(provider => provider.Triggers))
        {
            _closings[trigger] = EventGrammar.Closing(trigger);
            _conditions.TryAdd(trigger.Item, ConditionGrammar.Build(trigger.Item));
        }
    }

    public PhraseTable<EventHead> Head { get; }

    public PhraseTable<DraftStep> Action { get; }

    public PhraseTable<DraftStep> IncompleteAction { get; }

    /// <summary>What begins the part that names the event.</summary>
    public Parser<Captures> Opener { get; } = Phrase("(when|whenever|if|once|as soon as|every time|each time|any time|anytime|for) [that] [:] [when|whenever|if|every time|as soon as]");

    /// <summary>What begins a part of further conditions.</summary>
    public Parser<Captures> If { get; } = Phrase("[.|,|;] [and] (if|only if|provided that|provided) [that] [:] [if|only if] [it|it's|the email|the message]");

    /// <summary>What joins two conditions, where anything does.</summary>
    public Parser<Captures> BetweenConditions { get; } = Phrase("(, and|, but|and|but|,)");

    /// <summary>What leads from the event to the actions.</summary>
    public Parser<Captures> Then { get; } = Phrase("[.|,|;|:|->|→] [and] then [:|,] [then]").Or(Phrase("(,|:|;|->|→|=>)"));

    public Parser<Captures> BetweenActions { get; } =
        Phrase("(, and then|, and also|, and|, then|; then|and then|and also|. then|then|and|also|,|;|.) [,]").Or(Scan.Literal(NewLine).Then(Captures.None));

    /// <summary>Only the marks that may end a sentence are left.</summary>
    public Parser<Captures> End { get; } = Phrase("[.|!|;|,] [please] [.|!]").AndSkip(ZeroOrOne(Terms.WhiteSpace())).Eof();

    public PhraseTable<Condition> ConditionOf(TriggerInfo trigger) => _conditions[trigger.Item];

    public Parser<Captures> ClosingOf(TriggerInfo trigger) => _closings[trigger];

    private static Parser<Captures> Phrase(string phrase) => Words.Compile(PhraseNotation.Parse(phrase));

    private static int NewLine(ReadOnlySpan<char> text)
    {
        var length = text.Length - text.TrimStart().Length;
        return text[..length].Contains('\n') ? length : 0;
    }
}
