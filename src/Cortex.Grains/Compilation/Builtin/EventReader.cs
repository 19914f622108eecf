using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Parlot.Fluent;

namespace Cortex.Compilation.Builtin;

/// <summary>
/// Reads the part of a prompt that names the event: (1) a whole sentence, or (2) an opening, adjectives and a noun, or (3) only a field, where that is
/// enough; then (4) in any order conditions, a closing and places.
/// </summary>
internal sealed class EventReader(SentenceGrammar grammar, CortexCatalog catalog)
{
    private readonly FrozenDictionary<ItemKind, ProviderCatalog> _providers = catalog.Providers
        .SelectMany(provider => provider.Triggers, (provider, trigger) => (trigger.Item, Provider: provider))
        .DistinctBy(pair => pair.Item)
        .ToFrozenDictionary(pair => pair.Item, pair => pair.Provider);

    /// <summary>Reads as far as it understands; null if that names no event.</summary>
    /// <param name="cursor">Where it begins.</param>
    /// <param name="until">What ends it, where it could also be read as a part of it; or null.</param>
    public EventReading? Read(PromptCursor cursor, Parser<Captures>? until = null)
    {
        var start = cursor.Mark();
        EventReading? best = null;
        var end = start;
        foreach (var read in (ReadOnlySpan<Func<PromptCursor, EventDraft?>>)[Sentence, Noun, FieldOfNoun, FieldAlone])
        {
            cursor.Reset(start);
            if (read(cursor) is not { } draft)
            {
                continue;
            }

            ReadOn(cursor, draft, until);
            if (draft.Resolve(_providers[draft.Item].Name!) is { } reading && (best is null || cursor.Position > end.Offset))
            {
                (best, end) = (reading, cursor.Mark());
            }
        }

        cursor.Reset(end);
        return best;
    }

    private EventDraft Begin(ItemKind item) => new(item, _providers[item].Triggers.Where(trigger => trigger.Item == item));

    private EventDraft? Sentence(PromptCursor cursor)
    {
        if (!cursor.Take(grammar.Event.Sentences, out var words))
        {
            return null;
        }

        var draft = Begin(words.Meanings[0].Item);
        return draft.Narrow(words) ? draft : null;
    }

    private EventDraft? Noun(PromptCursor cursor)
    {
        cursor.Take(grammar.Event.Openings, out var opening);
        if (ReadNoun(cursor) is not { } draft)
        {
            return null;
        }

        return opening is null || draft.Narrow(opening) ? draft : null;
    }

    /// <summary>"the location of an event contains …"</summary>
    private EventDraft? FieldOfNoun(PromptCursor cursor)
    {
        var start = cursor.Mark();
        foreach (var item in grammar.Items)
        {
            cursor.Reset(start);
            cursor.Take(grammar.The);
            if (cursor.Take(grammar.ConditionOf(item).FieldOf, out var field)
                && cursor.Take(grammar.OfThe)
                && ReadNoun(cursor) is { } draft
                && draft.Item == item)
            {
                cursor.Take(grammar.Event.PlacesOf(item), out _);
                if (cursor.Take(grammar.ConditionOf(item).PredicateOf(field[0].Text), out var clause))
                {
                    draft.Add(clause);
                    return draft;
                }
            }
        }

        return null;
    }

    /// <summary>"subject contains …"</summary>
    private EventDraft? FieldAlone(PromptCursor cursor)
    {
        if (grammar.MeantByFields is not { } item)
        {
            return null;
        }

        cursor.Take(grammar.The);
        if (!cursor.Take(grammar.ConditionOf(item).Clauses, out var clause))
        {
            return null;
        }

        var draft = Begin(item);
        draft.Add(clause);
        return draft;
    }

    private EventDraft? ReadNoun(PromptCursor cursor)
    {
        var adjectives = new List<EventWords>();
        while (adjectives.Count < CompilationLimits.MaxAdjectives)
        {
            if (cursor.Take(grammar.Event.Nouns, out var noun))
            {
                var draft = Begin(noun.Meanings[0].Item);
                while (TakeAnother(cursor, draft.Item))
                {
                }

                adjectives.ForEach(draft.AddAdjective);
                cursor.Take(grammar.Possessive, out _);
                return draft;
            }

            if (cursor.Take(grammar.Event.Adjectives, out var adjective))
            {
                adjectives.Add(adjective);
            }
            else if (!cursor.Take(grammar.Determiner))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"gmail messages": two nouns for one thing.</summary>
    private bool TakeAnother(PromptCursor cursor, ItemKind item)
    {
        var start = cursor.Mark();
        if (cursor.Take(grammar.Event.Nouns, out var compound) && compound.Meanings[0].Item == item)
        {
            return true;
        }

        cursor.Reset(start);
        return false;
    }

    private void ReadOn(PromptCursor cursor, EventDraft draft, Parser<Captures>? until)
    {
        var clauses = grammar.ConditionOf(draft.Item).Clauses;
        var closings = grammar.Event.ClosingsOf(draft.Item);
        var isClosed = false;
        while (draft.Count < CompilationLimits.MaxConditions)
        {
            var start = cursor.Mark();
            if (until is not null && cursor.Take(until))
            {
                cursor.Reset(start);
                return;
            }

            if (!isClosed && TakeClosing(cursor, closings, clauses, draft))
            {
                isClosed = true;
            }
            else if (cursor.Take(clauses, out var clause)
                || cursor.Take(grammar.BetweenConditions, clauses, out clause)
                || cursor.Take(grammar.If, clauses, out clause))
            {
                draft.Add(clause);
            }
            else if (!cursor.Take(grammar.Event.PlacesOf(draft.Item), out _))
            {
                cursor.Reset(start);
                return;
            }
        }
    }

    /// <summary>Takes a closing, unless the same words read farther as a condition.</summary>
    private static bool TakeClosing(PromptCursor cursor, Parser<EventWords> closings, Parser<Clause> clauses, EventDraft draft)
    {
        var start = cursor.Mark();
        if (!cursor.Take(closings, out var words))
        {
            return false;
        }

        var end = cursor.Mark();
        cursor.Reset(start);
        if (cursor.Take(clauses, out _) && cursor.Position > end.Offset)
        {
            cursor.Reset(start);
            return false;
        }

        cursor.Reset(end);
        if (draft.Narrow(words))
        {
            return true;
        }

        cursor.Reset(start);
        return false;
    }
}
