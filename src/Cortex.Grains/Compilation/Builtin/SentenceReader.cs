using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;
using Parlot.Fluent;

namespace Cortex.Compilation.Builtin;

/// <summary>
/// Finds the way through a prompt about one kind of item: a row of pieces that leaves no word over. Where several pieces can stand at a place, longer ones are
/// tried first, and a way that ends nowhere is left for the next.
/// </summary>
internal sealed partial class SentenceReader(SentenceGrammar grammar, ItemKind item, PromptContext context)
{
    /// <summary>Pieces of one prompt.</summary>
    private const int MaxPieces = 60;

    /// <summary>Sentences before the point that may be left out.</summary>
    private const int MaxPreambles = 4;

    /// <summary>Ways to the end that are looked at; all but the first few differ in nothing that matters.</summary>
    private const int MaxWays = 24;

    private readonly ConditionGrammar _conditions = grammar.ConditionOf(item);
    private readonly HashSet<(SentenceState State, int Offset)> _deadEnds = [];
    private int _ways;

    /// <summary>The way that came farthest.</summary>
    public Trail? Farthest { get; private set; }

    /// <summary>What could have come next there.</summary>
    public SentenceState FarthestState { get; private set; }

    /// <summary>Goes through ways to the end until one is accepted.</summary>
    public bool Search(int offset, Func<Trail, bool> accept) => Go(new SentenceState(SentencePhase.Start, IsNamed: item.IsMeantByFields || IsMentioned()), offset, null, accept);

    /// <summary>Whether an event, and not only a condition, begins at a place.</summary>
    public bool BeginsEvent(int offset) => EventStart(default, offset).Exists(one => one.Piece is not (Piece.Place or Piece.Condition));

    private bool Go(SentenceState state, int offset, Trail? trail, Func<Trail, bool> accept)
    {
        if (_ways >= MaxWays || !context.MayGoOn || trail?.Count >= MaxPieces || !_deadEnds.Add((state, offset)))
        {
            return false;
        }

        if (trail is not null && trail.End > (Farthest?.End ?? 0))
        {
            (Farthest, FarthestState) = (trail, state);
        }

        var ways = _ways;
        if (IsComplete(state) && Ends(offset))
        {
            _ways++;
            if (accept(trail!))
            {
                return true;
            }
        }

        foreach (var (piece, end, next) in Pieces(state, offset).OrderByDescending(one => one.End))
        {
            if (Go(next, end, new Trail(trail, piece, offset, end), accept))
            {
                return true;
            }
        }

        if (_ways > ways)
        {
            // It does lead to an end: what came before it may still make another sense of it.
            _deadEnds.Remove((state, offset));
        }

        return false;
    }

    /// <summary>Whether the prompt has a word for the item anywhere, so that its fields alone can mean it.</summary>
    private bool IsMentioned()
    {
        var words = new PromptWords(context.Prompt);
        return words.Starts.Any(start => Find(grammar.Event.Nouns, start) is not null);
    }

    private static bool IsComplete(SentenceState state) =>
        state is { HasEvent: true, IsNamed: true, Around: < 0, Phase: SentencePhase.Event or SentencePhase.Action } && (state.HasActions || state.IsWatch);

    private bool Ends(int offset) => TryAt(grammar.End, offset) >= 0;

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Pieces(SentenceState state, int offset)
    {
        context.Until = state.Around >= 0 ? grammar.Actions.Around[state.Around].After : null;
        switch (state.Phase)
        {
            case SentencePhase.Start:
                return
                [
                    .. One(grammar.Greeting, offset, new Piece.Filler(), state),
                    .. One(grammar.WatchAnd, offset, new Piece.Filler(), state),
                    .. Preambles(state, offset),
                    .. One(grammar.After, offset, new Piece.After(), state with { Phase = SentencePhase.EventStart, IsOpened = true }),
                    .. Delays(grammar.DelayBefore, state, offset, SentencePhase.EventStart),
                    .. One(grammar.Opener, offset, new Piece.Opener(), state with { Phase = SentencePhase.EventStart, IsOpened = true }),
                    .. LeadingClocks(state, offset),
                    .. offset == 0 ? One(grammar.Unless, offset, new Piece.Unless(), state with { Phase = SentencePhase.Condition }) : [],
                    .. Watches(state, offset),
                    .. One(grammar.OfThe, offset, new Piece.Opener(), state with { Phase = SentencePhase.EventStart }),
                    .. One(grammar.Pick, offset, new Piece.Pick(), state with { Phase = SentencePhase.EventStart }),
                    .. One(grammar.Then, offset, new Piece.Then(), state with { Phase = SentencePhase.ActionStart }),
                    .. Actions(state, offset),
                    .. Arounds(state, offset),
                    .. EventStart(state, offset),
                ];
            case SentencePhase.EventStart:
                return EventStart(state, offset);
            case SentencePhase.Noun:
                return Nouns(state, offset);
            case SentencePhase.Condition:
                return [.. Conditions(state, Skip(grammar.Subject, offset)), .. Conditions(state, offset), .. Clocks(state, Skip(grammar.Subject, offset)), .. Closings(state, Skip(grammar.Subject, offset)), .. IsBehindIs(offset) ? Qualities(state, offset) : []];
            case SentencePhase.Exception:
                return [.. Pieces(state with { Phase = SentencePhase.Condition }, offset), .. Sorts(state, offset), .. Qualities(state, offset)];
            case SentencePhase.Event:
                return [.. Event(state, offset), .. One(grammar.And, offset, new Piece.Joint(IsOr: false), state with { Phase = SentencePhase.EventJoint }), .. One(grammar.BetweenConditions, offset, new Piece.Joint(IsOr: false), state with { Phase = SentencePhase.EventJoint }), .. One(grammar.Or, offset, new Piece.Joint(IsOr: true), state with { Phase = SentencePhase.EventJoint })];
            case SentencePhase.EventJoint:
                return [.. Event(state, offset), .. Joined(state, offset)];
            case SentencePhase.ActionStart:
                return
                [
                    .. Actions(state, offset),
                    .. state.IsPassive ? Read(state, offset, context.All(grammar.Actions.Participles, offset)) : [],
                    .. state.IsMaking && Articles.Contains(WordAt(offset)) ? Read(state, offset, context.All(grammar.Actions.Made, offset)) : [],
                    .. state is { HasNoun: false, IsForItem: true } ? Arounds(state, offset) : [],
                    .. state is { HasNoun: true, HasActions: false } ? LeadTimes(state with { Phase = SentencePhase.Event }, offset) : [],
                    .. state is { HasNoun: false, HasActions: false } ? Watches(state, offset) : [],
                    .. state.HasNoun ? [] : One(grammar.WatchAnd, offset, new Piece.Filler(), state),
                    .. One(grammar.Then, offset, new Piece.Then(), state),
                    .. One(grammar.If, offset, new Piece.If(), state with { Phase = SentencePhase.Condition }),
                ];
            default:
                return Action(state, offset);
        }
    }

    /// <summary>How an event begins.</summary>
    private List<(Piece Piece, int End, SentenceState Next)> EventStart(SentenceState state, int offset)
    {
        var found = new List<(Piece, int, SentenceState)>();
        if (state.HasDelay)
        {
            found.AddRange(One(grammar.After, offset, new Piece.After(), state));
        }

        foreach (var match in context.All(grammar.Event.Openings, offset).Where(match => IsOfItem(match.Value) && IsSaidIn(state, match.Value)))
        {
            found.Add((new Piece.Event(match.Value), match.End, state with { Phase = SentencePhase.Noun }));
        }

        var nouns = Nouns(state, offset).ToList();

        // "Out-of-office replies" is what comes, and nobody of that name who replies.
        var sorted = nouns.Where(noun => noun.Piece is Piece.Noun { Sort.HasOpenValue: false })
            .SelectMany(noun => Closings(noun.Next, noun.End).Select(closing => closing.End).Append(noun.End)).DefaultIfEmpty(offset).Max();
        foreach (var match in context.All(grammar.Event.Sentences, offset).Where(match => match.End > sorted && IsOfItem(match.Value) && IsSaidIn(state, match.Value)))
        {
            found.Add((new Piece.Event(match.Value), match.End, Named(state)));
        }

        found.AddRange(nouns);
        found.AddRange(FieldsOfNoun(state, offset));
        found.AddRange(ChangesOfNoun(state, offset));
        found.AddRange(AdditionsOfNoun(state, offset));
        if (!IsBehindItsNoun(state, offset))
        {
            found.AddRange(Conditions(state, Skip(grammar.The, offset)));
        }

        found.AddRange(Places(state, offset, SentencePhase.EventStart));
        return found;
    }

    /// <summary>What may be said of an event that has begun.</summary>
    private List<(Piece Piece, int End, SentenceState Next)> Event(SentenceState state, int offset)
    {
        var found = new List<(Piece, int, SentenceState)>();
        found.AddRange(Closings(state, offset));
        found.AddRange(Conditions(state, offset));
        found.AddRange(Bracketed(state, offset));
        found.AddRange(Places(state, offset, SentencePhase.Event));
        found.AddRange(One(grammar.If, offset, new Piece.If(), state with { Phase = SentencePhase.Condition }));
        found.AddRange(One(grammar.Unless, offset, new Piece.Unless(), state with { Phase = SentencePhase.Exception }));
        if (!state.HasNoun && TryAt(grammar.OfThe, offset) is >= 0 and var behind)
        {
            // "if the subject contains "x" in an important email"
            found.AddRange(Nouns(state, behind));
        }

        if (state.Around >= 0)
        {
            found.AddRange(AroundEnds(state, offset));
            return found;
        }

        found.AddRange(One(grammar.Then, offset, new Piece.Then(), state with { Phase = SentencePhase.ActionStart }));
        if (state.HasActions)
        {
            // "star it if it has an attachment, otherwise archive it"
            found.AddRange(One(grammar.Otherwise, offset, new Piece.Else(), state with { Phase = SentencePhase.ActionStart }));

            // "when a deal is won because of the price" may say which
            found.AddRange(PromptWord.Match(context.Prompt.AsSpan(offset).TrimStart(), "because of") > 0 ? [] : One(grammar.Aside, offset, new Piece.Filler(), state));
            if (context.Prompt.Contains("leave ", StringComparison.OrdinalIgnoreCase))
            {
                found.AddRange(One(grammar.Alone, offset, new Piece.Filler(), state));
            }
        }

        found.AddRange(One(grammar.Politeness, offset, new Piece.Filler(), state));
        found.AddRange(One(grammar.FromWhomever, offset, new Piece.Filler(), state));
        found.AddRange(Actions(state, offset));
        if (!state.HasNoun && !state.HasActions)
        {
            // "on weekends, star emails from ana@…"
            found.AddRange(Arounds(state, offset));

            // "if the sender is ana@…, watch my emails"
            found.AddRange(Watches(state, offset));
        }

        return found;
    }

    /// <summary>An event or item that follows its conditions: "if the sender is ana@… <c>and an email arrives</c>".</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Joined(SentenceState state, int offset) => state is { HasNoun: false, IsOpened: true, Around: < 0 }
        ? [.. context.All(grammar.Event.Openings, offset).Where(match => IsOfItem(match.Value)).Select(match => ((Piece)new Piece.Event(match.Value), match.End, state with { Phase = SentencePhase.Noun })), .. Nouns(state, offset)]
        : [];

    /// <summary>What may follow an instruction.</summary>
    private List<(Piece Piece, int End, SentenceState Next)> Action(SentenceState state, int offset)
    {
        var found = new List<(Piece, int, SentenceState)>();
        found.AddRange(One(grammar.Tail, offset, new Piece.Filler(), state));
        found.AddRange(One(grammar.FromWhomever, offset, new Piece.Filler(), state));
        found.AddRange(One(grammar.Aside, offset, new Piece.Filler(), state));
        if (state.Provider is { } provider)
        {
            found.AddRange(One(grammar.Within[provider], offset, new Piece.Filler(), state with { Provider = null }));
        }

        found.AddRange(One(grammar.BetweenActions, offset, new Piece.Joint(IsOr: false), state with { Phase = SentencePhase.ActionStart }));
        found.AddRange(One(grammar.IsFound, offset, new Piece.Found(IsThere: true), state with { Phase = SentencePhase.ActionStart }));
        found.AddRange(One(grammar.IsNotFound, offset, new Piece.Found(IsThere: false), state with { Phase = SentencePhase.ActionStart }));
        found.AddRange(One(grammar.Otherwise, offset, new Piece.Else(), state with { Phase = SentencePhase.ActionStart }));
        if (!state.HasDelay)
        {
            found.AddRange(Delays(state.IsReport ? grammar.DelayOfReport : grammar.DelayAfter, state, offset, SentencePhase.Action));
            if (!state.HasNoun)
            {
                // "remind me an hour after I get an email"
                found.AddRange(Delays(grammar.DelayBefore, state, offset, SentencePhase.EventStart));
            }
        }

        if (state.HasEvent)
        {
            found.AddRange(LeadTimes(state, offset));
            if (TryAt(grammar.AsSoonAs, offset) is >= 0 and var behind)
            {
                found.AddRange(context.All(grammar.Event.ClosingsOf(item), behind).Select(match => ((Piece)new Piece.Event(match.Value), match.End, state)));
            }

            found.AddRange(One(grammar.If, offset, new Piece.If(), state with { Phase = SentencePhase.Condition }));
            found.AddRange(One(grammar.Unless, offset, new Piece.Unless(), state with { Phase = SentencePhase.Exception }));
        }

        if (!state.HasNoun)
        {
            found.AddRange(One(grammar.Opener, offset, new Piece.Opener(), state with { Phase = SentencePhase.EventStart, IsOpened = true }));
            found.AddRange(One(grammar.After, offset, new Piece.After(), state with { Phase = SentencePhase.EventStart, IsOpened = true }));
            if (state.IsReport)
            {
                found.AddRange(One(grammar.About, offset, new Piece.Opener(), state with { Phase = SentencePhase.EventStart }));
            }

            // "remind me 10 minutes before a meeting", "notify me every time …", "let me know any changes to …"
            var mayBegin = state.IsReport && (TryAt(grammar.Every, offset) >= 0 || TryAt(grammar.AllOf, offset) >= 0);
            found.AddRange(context.All(grammar.Event.Openings, offset)
                .Where(match => IsOfItem(match.Value) && (mayBegin || match.Value.Meanings.All(meaning => meaning.Trigger is { IsTimed: true })))
                .Select(match => ((Piece)new Piece.Event(match.Value), match.End, state with { Phase = SentencePhase.Noun })));
            found.AddRange(context.All(grammar.Event.Sentences, offset)
                .Where(match => IsOfItem(match.Value) && match.Value.Meanings.All(meaning => meaning.MinutesBefore is not null))
                .Select(match => ((Piece)new Piece.Event(match.Value), match.End, Named(state))));
            if (TryAt(grammar.Every, offset) >= 0)
            {
                found.AddRange(Nouns(state, offset));
            }

            found.AddRange(One(grammar.OfWhich, offset, new Piece.Pick(), state with { Phase = SentencePhase.Noun }));
            if (state.IsForItem)
            {
                // "forward it to ana@…, then archive, anything from bo@…"
                found.AddRange(One(grammar.Comma, offset, new Piece.Pick(), state with { Phase = SentencePhase.Noun }));
            }
        }

        if (state is { IsReport: true, HasDelay: true })
        {
            found.AddRange(context.All(grammar.Actions.Told, offset).Select(match => ((Piece)new Piece.Told(match.Value with { Words = context.Prompt[offset..match.End].Trim() }), match.End, state with { IsReport = false })));
        }

        if (state is { IsReport: true, HasEvent: true })
        {
            found.AddRange(OfChanges(state with { IsReport = false }, offset));
        }

        return found;
    }

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Conditions(SentenceState state, int offset) => context.All(_conditions.Table, offset)
        .Where(match => state.IsOpened || !match.Value.IsOfChange || !SaysWhatHappens(offset) || !ActionsAt(offset).Any())
        .Where(_ => WordAt(offset).ToLowerInvariant() switch { "because" => state is { IsOpened: true, HasActions: false }, "assigned" => state.IsOpened, _ => true })
        .Where(_ => !SaysWhatWas(offset) && !(state is { Phase: SentencePhase.Event, IsOpened: false, HasNoun: true, HasActions: false } && Stating.Contains(WordAt(offset))))
        .Where(_ => !(state.Around >= 0 && grammar.Actions.Around[state.Around].Phrase.IsCausative && SaysWhatIsToBe(offset)))
        .Select(match => ((Piece)new Piece.Condition(match.Value), match.End, state with { Phase = SentencePhase.Event, HasEvent = true, IsOpened = state.IsOpened || (state.Phase == SentencePhase.Start && WordAt(offset).ToLowerInvariant() is "if" or "when") }));

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Preambles(SentenceState state, int offset) => offset > 0 || LeadingClocks(state, 0).Any()
        ? []
        : Preamble.Of(context.Prompt).Take(MaxPreambles).Where(end => !NamesItem(end) && !NamesAlone(end)).Select(end => ((Piece)new Piece.Filler(), end, state));

    /// <summary>"Cancelled meeting, location …", "New lead! Status …": that is the item with what happens to it, and no sentence before the point.</summary>
    private bool NamesItem(int end) => ReadNoun(Skip(grammar.Greeting, 0)) is var (noun, behind)
        && ((behind == end - 1 && noun.Sort is null)
            || (behind < end && noun.Adjectives.Any(adjective => adjective.Meanings.Any(meaning => meaning.Trigger is not null)))
            || (behind < end && context.Prompt[behind..(end - 1)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == 1)
            || (behind < end && Closings(default, behind).Any(closing => closing.End < end)));

    /// <summary>"Leads from Spain, rating Hot": what comes behind the comma speaks of the item before it, and names none itself. Who tells of himself comes to the point later.</summary>
    private bool NamesAlone(int end)
    {
        if (context.Prompt[end - 1] is '.' or '!' || Preamble.Narrates(context.Prompt))
        {
            return false;
        }

        var starts = new PromptWords(context.Prompt).Starts;
        return starts.Any(start => start < end && context.All(grammar.Event.Nouns, start).Count > 0) && !starts.Any(start => start >= end && Find(grammar.Event.Nouns, start) is not null);
    }

    /// <summary>"On weekends, when …".</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> LeadingClocks(SentenceState state, int offset) => context.All(_conditions.Table, offset)
        .Where(match => match.Value.IsOfClock)
        .Select(match => TryAt(grammar.Opener, match.End) is var end && end > match.End
            ? ((Piece)new Piece.Condition(match.Value), end, state with { Phase = SentencePhase.EventStart, IsOpened = true })
            : (new Piece.Condition(match.Value), match.End, state with { Phase = SentencePhase.Event, HasEvent = true }));

    /// <summary>"newsletters", after "except".</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Sorts(SentenceState state, int offset) =>
        grammar.Event.SortsOf(item) is { } sorts && TryAt(sorts, offset, out var sort) is >= 0 and var end
            ? [(new Piece.Condition(new Clause(new Comparison("item", Operator.Semantic, Literal.Of(sort.Text))) { HasOpenValue = sort.IsOpen }), end, state with { Phase = SentencePhase.Event, HasEvent = true })]
            : [];

    /// <summary>"a Sunday", after "if it's".</summary>
    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Clocks(SentenceState state, int offset) => context.All(_conditions.Clocks, offset)
        .Select(match => ((Piece)new Piece.Condition(match.Value), match.End, state with { Phase = SentencePhase.Event, HasEvent = true }));

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Closings(SentenceState state, int offset) => context.All(grammar.Event.ClosingsOf(item), Skip(grammar.Relative, offset)).Concat(context.All(grammar.Event.ClosingsOf(item), offset))
        .Where(match => state.IsOpened || !SaysWhatHappens(offset) || !GoesOnWithAnd(match.End) || !ActionsAt(offset).Any())
        .Where(match => (WordAt(offset) is not "be" || IsInverted) && !SaysWhereTo(match.End))
        .Select(match => ((Piece)new Piece.Event(match.Value), match.End, state with { Phase = SentencePhase.Event, HasEvent = true }));

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Places(SentenceState state, int offset, SentencePhase phase) => context.All(grammar.Event.PlacesOf(item), offset)
        .Select(match => ((Piece)new Piece.Place(), match.End, state with { Phase = phase, IsNamed = true }));

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> Nouns(SentenceState state, int offset)
    {
        if (ReadNoun(offset) is not var (noun, end))
        {
            return [];
        }

        // "A class is cancelled": of which more is said, or else one that is to be judged.
        return noun.IsVague && ReadNoun(offset, isSort: true) is ({ Sort: not null } sort, var sorted)
            ? [(noun, end, Named(state)), (sort, sorted, Named(state))]
            : [(noun, end, Named(state))];
    }

    private static SentenceState Named(SentenceState state) => state with { Phase = SentencePhase.Event, IsNamed = true, HasNoun = true, HasEvent = true };

    private static bool IsSaidIn(SentenceState state, EventWords words) => state.IsOpened ? !words.Meanings.Any(meaning => meaning.IsRemark) : !words.Meanings.Any(meaning => meaning.NeedsOpener);

    private bool IsOfItem(EventWords words) => words.Meanings.Any(meaning => meaning.Item == item);

    private IEnumerable<(Piece Piece, int End, SentenceState Next)> One<T>(Parser<T> parser, int offset, Piece piece, SentenceState next) =>
        TryAt(parser, offset) is > 0 and var end && end > offset ? [(piece, end, next)] : [];

    private int Skip<T>(Parser<T> parser, int offset) => TryAt(parser, offset) is >= 0 and var end ? end : offset;

    private int TryAt<T>(Parser<T> parser, int offset) => TryAt(parser, offset, out _);

    private int TryAt<T>(Parser<T> parser, int offset, out T value) => context.TryAt(parser, offset, out value);
}
