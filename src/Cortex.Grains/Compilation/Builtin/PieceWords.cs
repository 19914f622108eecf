using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.ReadBacks;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>The pieces of a way through a prompt, each with what it was taken for in plain words. Pieces of the event that stand together are one.</summary>
internal sealed class PieceWords(BuiltinReader reader, CortexCatalog catalog, Explainer explainer)
{
    /// <summary>Words that change nothing are shown when there are so many that one wonders.</summary>
    private const int FillerLengthMin = 12;

    private readonly Draft _draft = new(catalog);

    /// <summary>The pieces with their words; null for those that lead nowhere.</summary>
    public IEnumerable<(TextRange At, string? Words)> Of(Trail way, ItemKind item)
    {
        var all = way.All;
        var read = EventOf(all, item);
        for (var index = 0; index < all.Count; index++)
        {
            var (start, end) = (all[index].Start, all[index].End);
            if (all[index].Piece is Piece.Event or Piece.Noun or Piece.Place)
            {
                while (index + 1 < all.Count && all[index + 1].Piece is Piece.Event or Piece.Noun or Piece.Place)
                {
                    end = all[++index].End;
                }

                yield return (new TextRange(start, end - start), read is null ? Nouns.One(item.Label) : Sentence(read, item));
            }
            else if (all[index].Piece is Piece.Around around)
            {
                yield return (new TextRange(start, end - start), Ending(all, index) is { } ending ? Step(Whole(around, ending), read) : null);
            }
            else if (WordsOf(all, index, read, item) is { } words)
            {
                yield return (new TextRange(start, end - start), words);
            }
        }
    }

    private string? WordsOf(IReadOnlyList<Trail> all, int index, EventReading? read, ItemKind item) => all[index].Piece switch
    {
        Piece.Condition(var clause) => Clause(clause, item),
        Piece.NounWithCondition(_, var clauses) => string.Join(" and ", clauses.Select(clause => Clause(clause, item))),
        Piece.Action(var step) => Step(step, read),
        Piece.AroundEnd ending => Step(Whole(all.Take(index).Select(one => one.Piece).OfType<Piece.Around>().Last(), ending), read),
        Piece.Watch => "notify me",
        Piece.Change => "when it changes",
        Piece.Unless => "except",
        Piece.Else => "otherwise",
        Piece.Filler when all[index].End - all[index].Start >= FillerLengthMin => "nothing that changes the automation",
        _ => null,
    };

    private static Piece.AroundEnd? Ending(IReadOnlyList<Trail> all, int index) => all.Skip(index).Select(one => one.Piece).OfType<Piece.AroundEnd>().FirstOrDefault();

    private DraftStep Whole(Piece.Around around, Piece.AroundEnd ending)
    {
        var (_, _, tool, phrase) = reader.Grammar.Actions.Around[around.Index];
        return new DraftStep([new ToolReading(tool, phrase, around.Captures.And(ending.Captures))]);
    }

    private string Clause(Clause clause, ItemKind item) => Explainer.Clause(clause.Condition, item, catalog) is { Length: > 0 } words ? words : "any";

    /// <summary>A step as the explanation of a program says it; only what it is called where the event that it is for is not known.</summary>
    private string Step(DraftStep step, EventReading? read) =>
        read is not null && _draft.Program(read, [step with { If = null }]) is { } program ? explainer.Explain(program).Steps[0] : step.Readings[0].Tool.Label;

    /// <summary>The event as far as it was said; null where that leaves open which it is.</summary>
    private EventReading? EventOf(IEnumerable<Trail> way, ItemKind item)
    {
        var provider = catalog.Providers.First(one => one.Triggers.Any(trigger => trigger.Item == item));
        var draft = new EventDraft(item, provider.Triggers.Where(trigger => trigger.Item == item));
        foreach (var piece in way.Select(one => one.Piece))
        {
            switch (piece)
            {
                case Piece.Event(var words) when !draft.Narrow(words):
                    return null;
                case Piece.Noun noun:
                    Add(draft, noun);
                    break;
                case Piece.NounWithCondition(var noun, _):
                    Add(draft, noun);
                    break;
            }
        }

        return draft.Resolve(provider.Name!);
    }

    private static void Add(EventDraft draft, Piece.Noun noun)
    {
        foreach (var adjective in noun.Adjectives)
        {
            draft.AddAdjective(adjective);
        }

        if (noun.Sort is { } sort)
        {
            draft.Add(sort);
        }
    }

    private string Sentence(EventReading read, ItemKind item)
    {
        var before = read.MinutesBefore is > 0 and var minutes ? $"{ValueWords.Minutes(minutes)} before " : "";
        return $"{before}{read.Trigger.Phrase} {Explainer.Clause(new AllOf(read.Conditions), item, catalog)}".TrimEnd();
    }
}
