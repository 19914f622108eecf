using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>The pieces of which sentences about events are made, from every trigger and kind of item of the catalog.</summary>
internal sealed class EventGrammar
{
    private const string LeadSlot = "lead";
    private const string WhoSlot = "who";
    private const string DoesSlot = "does";
    private const string WhatSlot = "what";
    private const string SenderSlot = "from";

    /// <summary>Whoever an address behind the verb belongs to.</summary>
    private const string WhomSlot = "whom";

    /// <summary>Verbs for what somebody does to a meeting itself.</summary>
    private static readonly FrozenSet<string> CallsOff = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "cancels", "cancel", "invites me to", "invites us to", "invite me to", "invite us to");

    private readonly Dictionary<ItemKind, PhraseTable<EventWords>> _closings = [];
    private readonly Dictionary<ItemKind, PhraseTable<EventWords>> _places = [];
    private readonly Dictionary<ItemKind, SortList> _sorts = [];
    /// <summary>Words of a noun with what stands before it.</summary>
    private const int WordsToNoun = 3;

    private readonly FrozenSet<string> _nouns;
    private readonly IReadOnlyList<ItemKind> _items;
    private readonly FrozenDictionary<ItemKind, FrozenSet<string>> _beside;

    public EventGrammar(CortexCatalog catalog)
    {
        _items = [.. catalog.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Item).Distinct()];
        _nouns = _items.SelectMany(NounsOf).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _beside = _items.ToFrozenDictionary(item => item, item => _nouns.Except(NounsOf(item), StringComparer.OrdinalIgnoreCase).ToFrozenSet(StringComparer.OrdinalIgnoreCase));
        foreach (var provider in catalog.Providers)
        {
            foreach (var trigger in provider.Triggers)
            {
                foreach (var opening in trigger.Openings)
                {
                    Add(Openings, trigger, opening);
                }

                foreach (var sentence in trigger.Sentences)
                {
                    Add(Sentences, trigger, sentence);
                }

                foreach (var closing in trigger.Closings)
                {
                    Add(Of(_closings, trigger.Item), trigger, closing);
                }

                foreach (var adjective in trigger.Adjectives)
                {
                    Adjectives.Add(PhraseCompiler.OfWords, adjective.Phrase, captures => Meaning(trigger, adjective, captures));
                }
            }

            foreach (var item in provider.Triggers.Select(trigger => trigger.Item).Distinct())
            {
                AddItem(provider, item);
            }
        }
    }

    /// <summary>What may come before the item: "i get".</summary>
    public PhraseTable<EventWords> Openings { get; } = new(EventWords.Merge);

    /// <summary>Whole sentences: "Ana emails me".</summary>
    public PhraseTable<EventWords> Sentences { get; } = new(EventWords.Merge);

    /// <summary>"new", "important", "salesforce".</summary>
    public PhraseTable<EventWords> Adjectives { get; } = new(EventWords.Merge);

    /// <summary>What items are called.</summary>
    public PhraseTable<EventWords> Nouns { get; } = new(EventWords.Merge);

    /// <summary>What items of the other kinds are called, in one word.</summary>
    public IReadOnlySet<string> NounsBeside(ItemKind item) => _beside[item];

    /// <summary>What may come after the item: "arrives".</summary>
    public PhraseTable<EventWords> ClosingsOf(ItemKind item) => Of(_closings, item);

    /// <summary>"in my inbox".</summary>
    public PhraseTable<EventWords> PlacesOf(ItemKind item) => Of(_places, item);

    /// <summary>What sort of item is meant: "a receipt". Null if the items of this kind have no sorts.</summary>
    public SortList? SortsOf(ItemKind item) => _sorts.GetValueOrDefault(item);

    private static PhraseTable<EventWords> Of(Dictionary<ItemKind, PhraseTable<EventWords>> tables, ItemKind item) =>
        tables.TryGetValue(item, out var table) ? table : tables[item] = new PhraseTable<EventWords>(EventWords.Merge);

    private static void Add(PhraseTable<EventWords> table, TriggerInfo trigger, EventWording wording)
    {
        var compiler = new PhraseCompiler((slot, followers) => slot.Name == LeadSlot ? ValueParsers.One(ValueParsers.Lead)
            : slot.Name == WhomSlot ? ValueParsers.One(ValueParsers.Whom(followers))
            : ValueParsers.OfField(FieldOf(trigger, slot.Name), slot, followers));
        table.Add(compiler, wording.Phrase, captures => Meaning(trigger, wording, captures));
    }

    private static EventWords? Meaning(TriggerInfo trigger, EventWording wording, Captures captures)
    {
        var minutes = captures.One(LeadSlot) is { } lead ? Durations.MinutesOf(lead.Text) : null;
        var given = wording.Field is { } implied ? new Clause(new Comparison(implied, wording.Op, FieldOf(trigger, implied).Kind == FieldKind.Flag ? Literal.Of(true) : Literal.Of(wording.Value!), wording.Edge)) : null;
        var said = captures.Slots.Where(slot => slot is not (LeadSlot or WhomSlot)).ToArray();
        if (said.Length == 0 && given is null)
        {
            return new EventWords([new EventMeaning(trigger, trigger.Item, MinutesBefore: minutes, NeedsOpener: wording.NeedsOpener, IsRemark: wording.IsRemark)]);
        }

        Clause?[] clauses = [.. given is null ? Array.Empty<Clause>() : [given], .. said.Select(slot => Said(FieldOf(trigger, slot), trigger.Item, wording, captures.Of(slot)))];
        return Array.TrueForAll(clauses, clause => clause is not null)
            ? new EventWords([new EventMeaning(trigger, trigger.Item, All(clauses!), minutes, NeedsOpener: wording.NeedsOpener, IsOfPart: wording.IsOfPart, IsRemark: wording.IsRemark)])
            : null;
    }

    /// <summary>What the words say of a field; null if they cannot.</summary>
    private static Clause? Said(ItemField field, ItemKind item, EventWording wording, IReadOnlyList<SlotValue> values)
    {
        if (field.IsState && values.Any(value => value.Kind != SlotKind.Quoted && value.Text.EndsWith("'s", StringComparison.Ordinal)))
        {
            // "A lead becomes Ana's": whose it is, and no status.
            return null;
        }

        if (field.IsState && values.Any(value => value.Kind != SlotKind.Quoted && !KnownValues.Has(value.Text, field) && item.Fields.Any(other => other != field && KnownValues.Has(value.Text, other))))
        {
            // "A case becomes High": High is a priority, and not a status.
            return null;
        }

        var clause = ConditionGrammar.Make(field, new Wording("", field is { IsList: true, IsAddress: false } ? Operator.Contains : wording.Op, wording.Negated), values);
        return !wording.Edge || clause is null ? clause
            : ConditionGrammar.Becoming(clause.Condition) is { } becoming ? clause with { Condition = becoming }
            : null;
    }

    private static Clause All(IReadOnlyList<Clause> clauses) => clauses is [var only]
        ? only
        : new Clause(new AllOf([.. clauses.Select(clause => clause.Condition)])) { HasOpenValue = clauses.Any(clause => clause.HasOpenValue) };

    /// <summary>The nouns themselves: of "customer case" the case.</summary>
    private static IEnumerable<string> NounsOf(ItemKind item) => item.NounWords.Select(noun => noun[(noun.LastIndexOf(' ') + 1)..]);

    private static ItemField FieldOf(TriggerInfo trigger, string name) =>
        trigger.Item.Find(name) ?? throw new InvalidOperationException($"{trigger.Name} brings no field {name}.");

    private void AddItem(ProviderCatalog provider, ItemKind item)
    {
        var itself = new EventWords([new EventMeaning(null, item)]);
        foreach (var noun in item.Nouns)
        {
            Nouns.Add(PhraseCompiler.OfWords, noun, _ => itself);
        }

        foreach (var noun in item.VagueNouns)
        {
            Nouns.Add(PhraseCompiler.OfWords, noun, _ => new EventWords([new EventMeaning(null, item, IsVague: true)]));
        }

        foreach (var name in provider.Names)
        {
            Adjectives.Add(PhraseCompiler.OfWords, name, _ => itself);
        }

        foreach (var place in provider.Places)
        {
            Of(_places, item).Add(PhraseCompiler.OfWords, place, _ => itself);
        }

        foreach (var adjective in item.SemanticAdjectives)
        {
            AddAdjectives(item, [adjective], Meaning(adjective));
        }

        foreach (var adjective in item.SortAdjectives)
        {
            AddAdjectives(item, [adjective], Meaning($"{Cortex.Compilation.Nouns.One(adjective)} {item.Label}"));
        }

        if (item.Sorts.Count > 0)
        {
            _sorts[item] = SortList.Of(item);
            foreach (var language in ConditionGrammar.LanguageNames)
            {
                AddAdjectives(item, [language], Meaning($"in {char.ToUpperInvariant(language[0])}{language[1..]}"));
            }
        }

        if (item.Companions.Count > 0)
        {
            AddMakers(item, provider.Triggers.First(trigger => trigger.Item == item && trigger.IsDefault));
        }

        if (item.Doings.Count > 0)
        {
            AddDoings(item, provider.Triggers.First(trigger => trigger.Item == item && trigger.IsDefault));
        }

        foreach (var field in item.Fields)
        {
            AddAdjectives(item, field.Adjectives, new Comparison(field.Name, Operator.Equals, Literal.Of(true)));
            foreach (var value in field.Values)
            {
                Condition holds = new Comparison(field.Name, field.IsList ? Operator.Contains : Operator.Equals, Literal.Of(value.Value));
                AddAdjectives(item, value.Adjectives.Concat(value.Adjectives.Select(adjective => $"{adjective} (category|tab|inbox|folder)")), holds);
                AddAdjectives(item, value.ContraryAdjectives, new NotOf(holds));
            }
        }
    }

    /// <summary>"a client books a meeting": whose doing an item is, where that is nobody's name, has to be judged.</summary>
    private void AddMakers(ItemKind item, TriggerInfo trigger)
    {
        var who = new PhraseCompiler((_, _) => ValueParsers.One(Words(item.Companions)));
        Openings.Add(who, $"{{{WhoSlot}}} ((invites|invite|has invited|have invited) (me|us) to|(books|book|schedules|schedule|sets up|set up|makes|make|plans|plan|requests|request|reserves|reserve|has booked|have booked))", captures =>
            new EventWords([new EventMeaning(trigger, item, Meant($"booked by {captures.One(WhoSlot)!.Value.Text}", captures))]));
    }

    /// <summary>"a customer asks for a refund": an item by which somebody does so.</summary>
    private void AddDoings(ItemKind item, TriggerInfo trigger)
    {
        var own = NounsOf(item).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        var occasions = _items.Where(other => other != item).SelectMany(other => other.Sorts.Concat(NounsOf(other))).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        var several = item.Somebody.Where(who => who.StartsWith("a ", StringComparison.Ordinal)).Select(who => Cortex.Compilation.Nouns.Several(who["a ".Length..]));
        foreach (var group in item.Doings.GroupBy(Verbs.LeadsToAnother))
        {
            AddSentences(item.Somebody, [.. group, .. group.Select(Verbs.Doing).Except(group)], isInfinitive: group.Key);
            AddSentences(several, [.. group.Select(Verbs.OfSeveral), .. group.Select(Verbs.Doing).Except(group)], isInfinitive: group.Key);
        }

        void AddSentences(IEnumerable<string> who, IEnumerable<string> doings, bool isInfinitive) => Sentences.Add(
            new PhraseCompiler((slot, followers) => ValueParsers.One(slot.Name switch
            {
                WhoSlot => Words(who),
                DoesSlot => Words(doings),
                _ => ValueParsers.Meaning(followers, isInfinitive),
            })),
            $"{{{WhoSlot}}} {{{DoesSlot}}} {{{WhatSlot}}}",
            captures => captures.One(DoesSlot)!.Value.Text is var does && CallsOff.Contains(does) && IsOfOther(captures.One(WhatSlot)!.Value.Text) || IsElsewhere(captures.One(WhatSlot)!.Value.Text) || (does.StartsWith("mention", StringComparison.OrdinalIgnoreCase) && captures.One(WhatSlot)!.Value.Text.Split(' ')[0] is "me" or "us")
                ? null
                : new EventWords([new EventMeaning(trigger, item, Meant($"{captures.One(WhoSlot)!.Value.Text} {does} {captures.One(WhatSlot)!.Value.Text}", captures))]));

        var compiler = new PhraseCompiler((_, followers) => ValueParsers.One(ValueParsers.Meaning(followers)));
        var who = new PhraseCompiler((_, _) => ValueParsers.One(Words(item.Somebody.Where(Cortex.Compilation.Nouns.IsIndefinite))));
        var sorts = new PhraseCompiler((slot, _) => ValueParsers.One(slot.Name == WhoSlot ? Words(item.Somebody) : _sorts[item]));
        Sentences.Add(sorts, $"{{{WhoSlot}}} (sends|send|emails|submits|forwards|mails) [me|us|in] [a|an|their|his|her] {{{WhatSlot}}}", captures =>
            new EventWords([new EventMeaning(trigger, item, Meant(captures.One(WhatSlot)!.Value.Text, captures))]));
        Sentences.Add(who, $"{{{WhoSlot}}} [ever] (emails|email|e-mails|mails|mail|messages|message|writes to|write to|contacts|contact|writes) (me|us)", From);
        Sentences.Add(who, $"{{{WhoSlot}}} [ever] (sends|send|writes|write) (me|us) [an|a|any] [new] (email|e-mail|mail|message)", From);
        Sentences.Add(compiler, $"(i am|i'm|we are|we're) [being] (asked|invited) to {{{WhatSlot}}}", captures => IsOccasion(captures.One(WhatSlot)!.Value.Text)
            ? null
            : new EventWords([new EventMeaning(trigger, item, Meant($"I am asked to {captures.One(WhatSlot)!.Value.Text}", captures))]));

        AddSayings(item, trigger);

        // Comes last, because the other sentences say more exactly what is meant.
        var open = new PhraseCompiler((_, _) => ValueParsers.One(ValueParsers.Doing(_nouns)));
        Sentences.Add(open, $"{{{WhatSlot}}}", captures =>
        {
            var words = captures.One(WhatSlot)!.Value.Text;
            return new EventWords([new EventMeaning(trigger, item, Meant(words, captures), IsOpen: !words.Split(' ').Any(word => own.Contains(word) || DoingText.SaysThatOneWrites(word)))]);
        });

        // "mentions me on Slack"
        static bool IsElsewhere(string words) => words.Split(' ') is var all && Enumerable.Range(1, Math.Max(0, all.Length - 1)).Any(index => all[index - 1] is "on" or "in" or "via" or "through" or "over" or "using" && OtherServices.Have(all[index]));

        // "a recruiter emails me": somebody whose address is not said.
        EventWords From(Captures captures) => new([new EventMeaning(trigger, item, Meant($"from {captures.One(WhoSlot)!.Value.Text}", captures))]);

        // "invited to a dinner" is no email's, which may come with it or not; "asked to speak at an event" is.
        bool IsOccasion(string words) => words.Split(' ')[0] is "a" or "an" or "the" or "my" or "our" or "their" or "another" or "some" or "any" or "one" or "something" or "anything" || occasions.Contains(words.Split(' ')[0]);

        // "a client invites me to a meeting" is a meeting's; "a client asks me to speak at an event" is not.
        bool IsOfOther(string words) => words.Split(' ') is ["a" or "an" or "the" or "my" or "our", .. var named] && named.Take(WordsToNoun).Any(word => _nouns.Contains(word) && !own.Contains(word));
        Sentences.Add(compiler, $"(i am|i'm|we are|we're) [being] asked (for|about) {{{WhatSlot}}}", captures =>
            new EventWords([new EventMeaning(trigger, item, Meant($"I am asked about {captures.One(WhatSlot)!.Value.Text}", captures))]));
    }

    /// <summary>"Ana asks for a refund", "Ana writes that …": from whom, and what about.</summary>
    private void AddSayings(ItemKind item, TriggerInfo trigger)
    {
        var sender = FieldOf(trigger, SenderSlot);
        var sorts = item.Sorts.Concat(item.Sorts.Select(Cortex.Compilation.Nouns.Several)).Select(sort => sort[(sort.LastIndexOf(' ') + 1)..]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        var compiler = new PhraseCompiler((slot, followers) => slot.Name switch
        {
            SenderSlot => ValueParsers.OfField(sender, slot, followers),
            DoesSlot => ValueParsers.One(Words(item.Doings.Where(doing => !CallsOff.Contains(doing)))),
            _ => ValueParsers.One(ValueParsers.Statement()),
        });
        Sentences.Add(compiler, $"{{{SenderSlot}:name}} {{{DoesSlot}}} {{{WhatSlot}}}", captures => Saying(captures, $"{captures.One(DoesSlot)!.Value.Text} {captures.One(WhatSlot)!.Value.Text}"));
        Sentences.Add(compiler, $"{{{SenderSlot}:name}} [ever] (sends|shares|emails) [me|us] {{{WhatSlot}}}", captures => captures.One(WhatSlot)!.Value.Text is var thing && thing.Split(' ').Any(IsNamed)
            ? null // "sends me an email about lunch": the item itself, or a sort of it
            : Saying(captures, $"sends {thing}"));
        Sentences.Add(
            compiler,
            $"{{{SenderSlot}}} [ever] (writes|says|tells me|tells us|lets me know|lets us know|informs me|informs us|emails me|emails us|writes to say|announces|confirms|reports) that {{{WhatSlot}}}",
            captures => Saying(captures, $"says that {captures.One(WhatSlot)!.Value.Text}"));

        bool IsNamed(string word) => _nouns.Contains(word) || sorts.Contains(word) || ConditionGrammar.NoContents.Contains(word, StringComparer.OrdinalIgnoreCase) || word is "with" or "whose" or "from" or "to" or "that" or "something" or "anything" or "everything";

        EventWords? Saying(Captures captures, string words) => ConditionGrammar.Make(sender, new Wording("", Operator.Equals), captures.Of(SenderSlot)) is { } from
            ? new EventWords([new EventMeaning(trigger, item, All([from, Meant(words, captures)]))])
            : null;
    }

    private static Parlot.Fluent.Parser<SlotValue> Words(IEnumerable<string> words) => new WordChoice<SlotValue>(words.Select(one => ((IReadOnlyList<string>)one.Split(' '), SlotValue.Literal(one))));

    private static Clause Meant(string words, Captures captures) => new(Meaning(words)) { HasOpenValue = captures.HasOpenValue };

    private static Comparison Meaning(string words) => new("item", Operator.Semantic, Literal.Of(words));

    private void AddAdjectives(ItemKind item, IEnumerable<string> words, Condition condition)
    {
        foreach (var adjective in words)
        {
            Adjectives.Add(PhraseCompiler.OfWords, adjective, _ => new EventWords([new EventMeaning(null, item, new Clause(condition))]));
        }
    }
}
