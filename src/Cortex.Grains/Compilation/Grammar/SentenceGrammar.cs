using Cortex.Catalog;
using Parlot.Fluent;

namespace Cortex.Compilation.Grammar;

/// <summary>All parsers of a catalog's language, built once.</summary>
internal sealed class SentenceGrammar
{
    private static readonly PhraseCompiler Words = new((slot, _) => throw new InvalidOperationException($"There is no value {slot.Name} here."));

    private readonly Dictionary<ItemKind, ConditionGrammar> _conditions = [];

    public SentenceGrammar(CortexCatalog catalog)
    {
        Event = new EventGrammar(catalog);
        Actions = new ActionGrammar(catalog);
        foreach (var item in catalog.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Item).Distinct())
        {
            _conditions[item] = new ConditionGrammar(item);
        }

        MeantByFields = _conditions.Keys.FirstOrDefault(item => item.IsMeantByFields);
    }

    public EventGrammar Event { get; }

    public ActionGrammar Actions { get; }

    /// <summary>The kind of item that is meant where only a field is named; null if there is none.</summary>
    public ItemKind? MeantByFields { get; }

    public IEnumerable<ItemKind> Items => _conditions.Keys;

    /// <summary>What begins the part that names the event.</summary>
    public Parser<Captures> Opener { get; } = Phrase(
        "(when|whenever|if|once|as soon as|every time|each time|any time|anytime|for every|for each|for all|for|in case|in the event|on|upon|the moment) [that] [:] [when|whenever|if|every time|as soon as|there's|there is]");

    /// <summary>What leads from "notify me" to the event.</summary>
    public Parser<Captures> About { get; } = Phrase("(on [my] (emails|email|inbox|calendar|mailbox|mail) for|about|of|to|for|on|from|regarding)");

    /// <summary>What begins a part of further conditions.</summary>
    public Parser<Captures> If { get; } = Phrase("[.|,|;] [and] (if|only if|provided that|provided|but only if) [that] [:] [if|only if] [it|it's|the email|the message]");

    /// <summary>What joins two conditions, where anything does.</summary>
    public Parser<Captures> BetweenConditions { get; } = Phrase("(, and|, but|and|but|,) [it]");

    /// <summary>Words before a noun that say nothing.</summary>
    public Parser<Captures> Determiner { get; } = Phrase(
        "(a single|a|an|any of my|any|every|each|one of my|one|all of my|all my|all|some|my next|my|our|the next|the|that|this|these|another|next)");

    /// <summary>Determiners of things that are already there.</summary>
    public Parser<Captures> Definite { get; } = Phrase("(all of my|all my|all the|all|the|this|that|these|those|my last|my first|my)");

    public Parser<Captures> The { get; } = Phrase("[the|a|an]");

    /// <summary>Between a field and what it is of.</summary>
    public Parser<Captures> OfThe { get; } = Phrase("(of|for|in|on)");

    /// <summary>"'s", behind a noun.</summary>
    public Parser<Parlot.TextSpan> Possessive { get; } = Scan.Literal(PromptWord.PossessiveLength);

    /// <summary>What leads from the event to the instructions.</summary>
    public Parser<Captures> Then { get; } = Phrase("[.|,|;|:|->|→|=>] [and] then [:|,] [then]").Or(Phrase("(,|:|;|->|→|=>|-->|=)"));

    public Parser<Captures> BetweenActions { get; } =
        Phrase("(, and then|, and also|, and|, then|; then|and then|and also|. then|then|and|also|,|;|.|+|&) [,] [afterwards|after that|finally]").Or(Scan.Literal(NewLine).Then(Captures.None));

    /// <summary>Only the marks that may end a sentence are left.</summary>
    public Parser<Captures> End { get; } = Phrase("[.|!|;|,] [please|thanks|thank you] [.|!]").AndSkip(ZeroOrOne(Terms.WhiteSpace())).Eof();

    /// <summary>Words before everything that say nothing.</summary>
    public Parser<Captures> Greeting { get; } = Phrase("[please|hi|hello|hey|hi there|can you please|could you please|could you|i want you to|i'd like you to] [,]");

    public ConditionGrammar ConditionOf(ItemKind item) => _conditions[item];

    private static Parser<Captures> Phrase(string phrase) => Words.Compile(PhraseNotation.Parse(phrase));

    private static int NewLine(ReadOnlySpan<char> text)
    {
        var length = text.Length - text.TrimStart().Length;
        return text[..length].Contains('\n') ? length : 0;
    }
}
