using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <content>What the event is about: a noun with the words before it.</content>
internal sealed partial class SentenceReader
{
    /// <summary>Whether the words at a place say an event, or an item with something of it: "email from ana@…" does, "email me" does not.</summary>
    public bool SaysEvent(int offset, TriggerInfo trigger) => EventStart(default, offset).Exists(one => one.Piece switch
    {
        Piece.Event(var words) => words.Meanings.Any(meaning => meaning.Trigger == trigger),
        Piece.Noun => Event(one.Next, one.End).Exists(next => next.Piece is Piece.Event or Piece.Condition or Piece.Place),
        _ => one.Piece is Piece.NounWithCondition,
    });

    /// <summary>"somebody changes the amount of a deal"</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> ChangesOfNoun(SentenceState state, int offset)
    {
        if (item.Find(ConditionGrammar.ChangedField) is not null
            && TryAt(grammar.ChangeOf, offset) is >= 0 and var named
            && TryAt(_conditions.FieldOf, named, out var field) is >= 0 and var behind
            && (TryAt(grammar.OfThe, behind) is >= 0 and var of && ReadNoun(of) is { } read ? read
                : context.All(grammar.Event.PlacesOf(item), behind) is [var place, ..] ? (new Piece.Noun([], Determiner.None), place.End) : ((Piece.Noun Noun, int End)?)null) is var (noun, end))
        {
            yield return (new Piece.NounWithCondition(noun, [ConditionGrammar.Changed(field[0].Text)]), end, Named(state));
        }
    }

    /// <summary>"somebody adds "Off" to the title of an event", ""Off" is put into an event's title"</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> AdditionsOfNoun(SentenceState state, int offset)
    {
        var added = TryAt(grammar.Adding, offset);
        if (item.Find(ConditionGrammar.ChangedField) is null
            || TryAt(ValueParsers.InQuotes.Or(ValueParsers.Name), Skip(grammar.TheWord, Math.Max(added, offset)), out var text) is not (>= 0 and var said)
            || TryAt(grammar.Into, said) is not (>= 0 and var into)
            || (added < 0) != SaysWhatHappens(said))
        {
            yield break;
        }

        var ofField = TryAt(_conditions.FieldOf, into, out var field) is >= 0 and var named && TryAt(grammar.OfThe, named) is >= 0 and var of ? ReadNoun(of) : null;
        if (ofField is null && ReadNoun(into) is var (before, behind) && TryAt(_conditions.FieldOf, behind, out field) is >= 0 and var end)
        {
            ofField = (before, end);
        }

        if (ofField is var (noun, ends) && item.Find(field[0].Text) is { Kind: FieldKind.Text })
        {
            yield return (new Piece.NounWithCondition(noun, [new Clause(new Comparison(field[0].Text, Operator.Contains, Literal.Of(text.Text), Edge: true), IsOfChange: true)]), ends, Named(state));
        }
    }

    /// <summary>Containers of emails.</summary>
    private static readonly FrozenSet<string> Boxes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "inbox", "category", "tab", "folder");

    /// <summary>"the location of an event contains …"</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> FieldsOfNoun(SentenceState state, int offset)
    {
        if (TryAt(_conditions.FieldOf, Skip(grammar.The, offset), out var field) is not (>= 0 and var named)
            || TryAt(grammar.OfThe, named) is not (>= 0 and var of)
            || ReadNoun(of) is not var (noun, end))
        {
            yield break;
        }

        var placed = context.All(grammar.Event.PlacesOf(item), end) is [var place, ..] ? place.End : end;
        var predicates = _conditions.PredicateOf(field[0].Text);
        foreach (var match in context.All(predicates, placed))
        {
            yield return (new Piece.NounWithCondition(noun, [match.Value]), match.End, Named(state));
        }

        // "the start of a meeting organised by Ana changes"
        foreach (var between in context.All(_conditions.Table, placed))
        {
            foreach (var match in context.All(predicates, between.End))
            {
                yield return (new Piece.NounWithCondition(noun, [between.Value, match.Value]), match.End, Named(state));
            }
        }
    }

    /// <param name="offset">From where on.</param>
    /// <param name="isSort">Whether a word that means an item and also a sort of item is taken for the sort.</param>
    private (Piece.Noun Noun, int End)? ReadNoun(int offset, bool isSort = false)
    {
        var adjectives = new List<EventWords>();
        var determiner = Determiner.None;
        for (var words = 0; words < CompilationLimits.MaxAdjectives; words++)
        {
            if (Find(grammar.Event.Nouns, offset) is { } noun && !(isSort && noun.Value.Meanings.Any(meaning => meaning.Item == item && meaning.IsVague)))
            {
                var end = noun.End;
                if (Find(grammar.Event.Nouns, end) is { } another)
                {
                    // "gmail messages": two nouns for one thing.
                    end = another.End;
                }

                if (TitleBehind(end, determiner) is var (called, behindCalled))
                {
                    adjectives.Add(called);
                    end = behindCalled;
                }

                var isVague = noun.Value.Meanings.Any(meaning => meaning.Item == item && meaning.IsVague);
                if (isVague && Find(grammar.Event.Adjectives, end) is { } behindIt && behindIt.Value.Meanings.All(meaning => meaning is { Trigger: null, Clause: not null }))
                {
                    // "anything urgent"
                    adjectives.Add(behindIt.Value);
                    end = behindIt.End;
                }

                return (new Piece.Noun(adjectives, determiner, IsVague: isVague), Skip(grammar.Possessive, end));
            }

            if (grammar.Event.SortsOf(item) is { } sorts && TryAt(sorts, offset, out var sort) is >= 0 and var sorted && !(Find(grammar.Event.Adjectives, offset) is { } longer && longer.End > sorted))
            {
                var clause = new Clause(new Comparison("item", Operator.Semantic, Literal.Of(sort.Text))) { HasOpenValue = sort.IsOpen };
                if (determiner == Determiner.None && context.Prompt.AsSpan(0, sorted).TrimEnd() is [.., 's'])
                {
                    // "Archive receipts": whatever of the kind comes.
                    determiner = Determiner.Every;
                }

                return (new Piece.Noun(adjectives, determiner, clause), Skip(grammar.OfSort, Find(grammar.Event.Nouns, sorted) is { } plain ? plain.End : sorted));
            }

            if (TitleOf(offset) is var (title, behindTitle))
            {
                adjectives.Add(title);
                offset = behindTitle;
                continue;
            }

            if (WeekdayOf(offset) is var (weekday, behindDay))
            {
                adjectives.Add(weekday);
                offset = behindDay;
                continue;
            }

            if (SenderOf(offset) is var (sender, behind))
            {
                adjectives.Add(sender);
                offset = behind;
                continue;
            }

            if (TryAt(_conditions.Attributes, offset, out var attribute) is >= 0 and var attributed)
            {
                adjectives.Add(new EventWords([new EventMeaning(null, item, attribute)]));
                offset = attributed;
                continue;
            }

            if (Find(grammar.Event.Adjectives, offset) is { } adjective)
            {
                adjectives.Add(adjective.Value);
                offset = adjective.End;
            }
            else if (TryAt(grammar.Every, offset) is >= 0 and var every)
            {
                determiner = Determiner.Every;
                offset = every;
            }
            else if (TryAt(grammar.AllOf, offset) is >= 0 and var all)
            {
                determiner = Determiner.All;
                offset = all;
            }
            else if (TryAt(grammar.Definite, offset) is >= 0 and var definite)
            {
                if (!item.IsMeantByFields && context.Prompt.AsSpan(offset, definite - offset).TrimEnd() is var which && (which.EndsWith("last", StringComparison.OrdinalIgnoreCase) || which.EndsWith("first", StringComparison.OrdinalIgnoreCase)))
                {
                    // "My last meeting" is the last of the day, and not any.
                    return null;
                }

                determiner = determiner is Determiner.Every or Determiner.All ? determiner : Determiner.Definite;
                offset = definite;
            }
            else if (TryAt(grammar.Determiner, offset) is >= 0 and var article)
            {
                offset = article;
            }
            else
            {
                return BoxOf(offset, adjectives, determiner);
            }
        }

        return null;
    }

    /// <summary>"my primary inbox", "the promotions category of my email": a container stands for the emails in it.</summary>
    private (Piece.Noun Noun, int End)? BoxOf(int offset, List<EventWords> adjectives, Determiner determiner)
    {
        var before = context.Prompt.AsSpan(0, offset).TrimEnd();
        if (adjectives.Count == 0 || !Boxes.Contains(before[(before.LastIndexOf(' ') + 1)..].ToString()))
        {
            return null;
        }

        return (new Piece.Noun(adjectives, determiner), offset);
    }

    /// <summary>"a "Training" event": what it is called stands before the noun.</summary>
    private (EventWords Words, int End)? TitleOf(int offset)
    {
        var start = offset + (context.Prompt.Length - offset) - context.Prompt.AsSpan(offset).TrimStart().Length;
        if (item.TitleField is not { } field || start >= context.Prompt.Length)
        {
            return null;
        }

        var end = start + QuotedText.Length(context.Prompt.AsSpan(start));
        return end > start && end < context.Prompt.Length && context.Prompt[end] == ' ' && Find(grammar.Event.Nouns, end) is not null ? Called(field, start, end) : null;
    }

    /// <summary>"the event "Training" starts": what it is called stands behind the noun, and what happens behind that. Elsewhere a text in quotes may be what is to be said.</summary>
    private (EventWords Words, int End)? TitleBehind(int offset, Determiner determiner)
    {
        var start = context.Prompt.Length - context.Prompt.AsSpan(offset).TrimStart().Length;
        if (item.TitleField is not { } field || start == context.Prompt.Length || determiner is not (Determiner.None or Determiner.Definite))
        {
            return null;
        }

        var end = start + QuotedText.Length(context.Prompt.AsSpan(start));
        return end > start && context.All(grammar.Event.ClosingsOf(item), end).Count > 0 ? Called(field, start, end) : null;
    }

    private (EventWords Words, int End)? Called(string field, int start, int end)
    {
        if (end - start <= 2)
        {
            return null;
        }

        // "a "Hot" lead" says of what kind it is, and "a "Closed Won" deal" how far it has come.
        var title = context.Prompt[(start + 1)..(end - 1)];
        if (item.Fields.Any(other => other.Values.Any(known => known.Value.Equals(title, StringComparison.OrdinalIgnoreCase))))
        {
            return null;
        }

        var clause = new Clause(new Comparison(field, Operator.Contains, Literal.Of(title)));
        return (new EventWords([new EventMeaning(null, item, clause)]), end);
    }

    /// <summary>"Friday emails": on which day they come stands before the noun.</summary>
    private (EventWords Words, int End)? WeekdayOf(int offset)
    {
        if (item.Fields.FirstOrDefault(field => field.Kind == FieldKind.Weekday) is not { } field || item.Fields.Count(other => other.Kind == FieldKind.Weekday) > 1)
        {
            return null;
        }

        var rest = context.Prompt.AsSpan(offset).TrimStart();
        var start = context.Prompt.Length - rest.Length;
        var length = PromptWord.Length(rest);
        var word = rest[..length].ToString();
        var day = field.Values.FirstOrDefault(known => known.Words[0].Equals(word, StringComparison.OrdinalIgnoreCase));
        if (day is null || Find(grammar.Event.Nouns, start + length) is null)
        {
            return null;
        }

        return (new EventWords([new EventMeaning(null, item, new Clause(new Comparison(field.Name, Operator.Equals, Literal.Of(day.Value))))]), start + length);
    }

    /// <summary>"a Parcelway email", "github notifications": who sends it stands before the noun, which is written small.</summary>
    private (EventWords Words, int End)? SenderOf(int offset)
    {
        if (item.Fields.FirstOrDefault(field => field is { Kind: FieldKind.Address, DisplayName: not null }) is not { } field)
        {
            return null;
        }

        var start = offset;
        while (start < context.Prompt.Length && char.IsWhiteSpace(context.Prompt[start]))
        {
            start++;
        }

        var text = context.Prompt.AsSpan(start);
        var length = KnownSenders.Length(text) is > 0 and var known ? known : start > 0 ? People.NameLength(text) : 0;
        var end = start + length;
        if (length == 0 || text[length..] is not [' ', var next, ..] || !char.IsLower(next) || Find(grammar.Event.Nouns, end) is null || context.All(grammar.Event.Adjectives, start).Count > 0)
        {
            return null;
        }

        var clause = new Clause(new Comparison(field.Name, Operator.Contains, Literal.Of(PromptWord.WithoutPossessive(text[..length]))));
        return (new EventWords([new EventMeaning(null, item, clause)]), end);
    }

    private bool IsBehindIs(int offset)
    {
        var before = context.Prompt.AsSpan(0, offset).TrimEnd();
        return before is [.., '\'' or '’', 's' or 'S'] || before.EndsWith("re", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"unless it's <c>starred</c>".</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Qualities(SentenceState state, int offset) =>
        Find(grammar.Event.Adjectives, offset) is { } quality && quality.Value.Meanings.Where(meaning => meaning.Item == item && meaning.Trigger is null).Select(meaning => meaning.Clause).FirstOrDefault(clause => clause is not null) is { } clause
            ? [(new Piece.Condition(clause), quality.End, state with { Phase = SentencePhase.Event, HasEvent = true })]
            : [];

    /// <summary>"an email <c>(with an attachment)</c>": a condition in brackets.</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Bracketed(SentenceState state, int offset)
    {
        if (TryAt(grammar.Opening, offset) is not (>= 0 and var inside))
        {
            yield break;
        }

        foreach (var (piece, end, next) in Conditions(state, inside))
        {
            if (TryAt(grammar.Closing, end) is >= 0 and var behind)
            {
                yield return (piece, behind, next);
            }
        }
    }

    private Match<EventWords>? Find(PhraseTable<EventWords> table, int offset)
    {
        foreach (var match in context.All(table, offset))
        {
            if (IsOfItem(match.Value))
            {
                return match;
            }
        }

        return null;
    }
}
