using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>What the pieces of a whole sentence mean together: the event with its conditions, and the steps with theirs.</summary>
internal sealed class Interpretation(SentenceGrammar grammar, EventDraft draft, string prompt)
{
    private readonly List<EventWords> _events = [];
    private readonly ConditionGroup _conditions = new();
    private readonly List<ConditionGroup> _exceptions = [];
    private readonly List<Block> _blocks = [new(null)];
    private ConditionGroup? _open;
    private Piece.Around? _around;
    private bool _isAround;
    private bool _needsEvery;
    private bool _isWatch;
    private bool _isVague;
    private bool _isAfter;
    private bool _isElse;
    private bool _isOr;
    private Determiner _determiner;
    private bool _hasNoun;
    private bool _isBareAfterOpening;
    private bool _isBareAfterClosing;
    private bool _hasClosing;
    private bool _isOnlyOfClock = true;
    private bool _hasOpenValue;
    private bool _isUnclear;
    private bool _isBehindException;
    private bool _isApart;
    private Piece? _before;

    public IReadOnlyList<DraftStep> Steps => [.. _blocks.SelectMany(block => block.Steps())];

    /// <summary>Whether the sentence says all but what comes at a time of day: what happens, or what it happens to.</summary>
    public bool LeavesTimeOpen { get; private set; }

    /// <summary>Whether one of the conditions has a value that is only likely to be one.</summary>
    public bool HasOpenValue => _hasOpenValue || draft.HasOpenValue;

    /// <summary>The event; null where the pieces contradict each other, or leave open what belongs together.</summary>
    public EventReading? Read(IEnumerable<Trail> trail, string provider)
    {
        foreach (var one in trail)
        {
            // "Is starred or labelled Work": two events, of which the second would be taken for a condition.
            _isUnclear |= (one.Piece is Piece.Joint { IsOr: true } && _before is Piece.Event && _hasNoun) || (one.Piece is Piece.Event && _isOr);
            _isApart = prompt.AsSpan(one.Start).TrimStart() is ['.' or ';' or '\n', ..];
            Take(one.Piece);
            _isOr = one.Piece is Piece.Joint { IsOr: true };
            _before = one.Piece;
        }

        if (_isWatch && Steps.Count == 0)
        {
            Take(new DraftStep([grammar.Actions.Report], prompt));
        }

        return !_isUnclear && !SaysMoreOfPart() && _events.TrueForAll(draft.Narrow) && Settle() && draft.Resolve(provider) is { } read && IsMeantForWhatComes(read) && IsOfItsClock(read) && !NamesTwoSenders(read) && (!_isAfter || read.IsNamed || read.Trigger.Item.IsMeantByFields) && (!_isVague || read.Conditions.Count > 0 || IsOfOwnDoing(read)) && (!IsOpen || Steps.Any(IsForItem)) ? read : null;
    }

    /// <summary>"Rota emails from ana@x.example": next to a sender's address, a name is hardly another one, but what the email is about.</summary>
    private bool NamesTwoSenders(EventReading read)
    {
        var senders = read.Conditions.OfType<Comparison>().Where(comparison => draft.Item.Find(comparison.Field) is { Kind: FieldKind.Address }).ToArray();
        return Array.Exists(senders, one => one.Op == Operator.Equals) && Array.Exists(senders, one => one.Op == Operator.Contains);
    }

    /// <summary>"A PDF attachment that contains …": what is in it is not in the email.</summary>
    private bool SaysMoreOfPart() => _events.Exists(words => words.Meanings.Any(meaning => meaning.IsOfPart)) && _conditions.Clauses.Any(clause => ConditionSize.Leaves(clause.Condition).Any(leaf => draft.Item.Find(leaf.Field) is { IsProse: true }));

    /// <summary>"When I star something": what the user does says enough.</summary>
    private static bool IsOfOwnDoing(EventReading read) => read is { IsNamed: true, Trigger: { IsDefault: false, Item.IsMeantByFields: true } };

    /// <summary>Nothing but an instruction for the item says that one is meant.</summary>
    private bool IsOpen => _events.Exists(words => words.Meanings.Where(meaning => meaning.Item == draft.Item).Select(meaning => meaning.IsOpen).DefaultIfEmpty(false).All(isOpen => isOpen));

    private bool IsForItem(DraftStep step) => step.Readings.Any(reading => reading.Tool.ActsOn == draft.Item.Name || reading.Phrase.Given.ContainsKey("reply"));

    private void Take(Piece piece)
    {
        switch (piece)
        {
            case Piece.Event(var words):
                _events.Add(words);
                _hasClosing |= _hasNoun;
                break;
            case Piece.Noun noun:
                Take(noun);
                break;
            case Piece.NounWithCondition(var noun, var clauses):
                Take(noun);
                foreach (var clause in clauses)
                {
                    Take(clause);
                }

                break;
            case Piece.Condition(var clause):
                Take(clause);
                break;
            case Piece.If when _blocks[^1] is { If: { } group, IsEmpty: true }:
                _open = group;
                break;
            case Piece.If:
                _open = new ConditionGroup();
                _blocks.Add(new Block(_open));
                _isElse = false;
                break;
            case Piece.Unless:
                // "Star it, and archive it unless …": of which of the two, nobody can tell. A sentence of its own is of both.
                _isUnclear |= !_isAround && !_isApart && Steps.Count > 1;
                _isBehindException = Steps.Count > 0 || _around is not null;
                _open = new ConditionGroup();
                _exceptions.Add(_open);
                break;
            case Piece.Told(var step):
                var told = _isElse ? _blocks[^1].Else : _blocks[^1].Then;
                _isUnclear |= told[^1].Readings.Any(reading => reading.Values.Slots.Any());
                told[^1] = step;
                break;
            case Piece.Around around:
                // "unless it's from ana@…, archive emails with …": what the exception says ends here.
                _open = null;
                _around = around;
                break;
            case Piece.AroundEnd(var captures):
                var (_, _, tool, phrase) = grammar.Actions.Around[_around!.Index];
                (_isAround, _needsEvery) = (true, phrase.NeedsEvery);
                Take(new DraftStep([new ToolReading(tool, phrase, _around.Captures.And(captures))], prompt));
                break;
            case Piece.Action(var step):
                Take(step);
                break;
            case Piece.Change:
                draft.ToChanges();
                break;
            case Piece.Watch:
                _isWatch = true;
                break;
            case Piece.After:
                _isAfter = true;
                break;
            case Piece.Delay(var duration):
                Take(duration);
                break;
            case Piece.Found(var isThere):
                _open = null;
                _blocks.Add(new Block(Whether(isThere)));
                _isElse = false;
                break;
            case Piece.Else when _blocks.SelectMany(block => block.Then).Any(FoundRecords.IsSought):
                // "Find the contact and …, otherwise create one": otherwise is if there is none.
                _blocks.Add(new Block(Whether(isFound: false)));
                _isElse = false;
                break;
            case Piece.Else:
                _isElse = true;
                break;
        }
    }

    /// <summary>Before all that is done, or before the last instruction so far.</summary>
    private void Take(string duration)
    {
        var wait = new DraftStep([grammar.Actions.Waiting(duration)], prompt);
        var steps = _isElse ? _blocks[^1].Else : _blocks[^1].Then;
        steps.Insert(Math.Max(0, steps.Count - 1), wait);
    }

    private static ConditionGroup Whether(bool isFound)
    {
        var group = new ConditionGroup();
        group.Add(new Clause(new Comparison(FoundRecords.Found, Operator.Equals, Literal.Of(isFound))), isOr: false);
        return group;
    }

    private void Take(Piece.Noun noun)
    {
        _open = _hasNoun ? _open : null;
        foreach (var adjective in noun.Adjectives)
        {
            draft.AddAdjective(adjective);
        }

        if (noun.Sort is { } sort)
        {
            draft.Add(sort);
        }

        _hasNoun = true;
        _determiner = noun.IsVague ? Determiner.Every : noun.Determiner;
        _isVague |= noun.IsVague;
    }

    private void Take(Clause clause)
    {
        (_open ?? _conditions).Add(clause, _isOr);
        _isOnlyOfClock &= clause.IsOfClock;
        _hasOpenValue |= clause.HasOpenValue;
        if (clause.IsBare)
        {
            // "On weekends, when a meeting is cancelled": it says when it happens.
            _isBareAfterClosing |= _hasClosing || (!_hasNoun && _events.Count == 0);
            _isBareAfterOpening |= _events.Count > 0 && !_hasClosing;
        }
    }

    private void Take(DraftStep step)
    {
        // "… unless they have an attachment and star those": the ones that were excepted, or the others.
        _isUnclear |= _isBehindException && step.Words.Split(' ').Any(Those.Contains) && step.Words != prompt;
        _open = null;
        (_isElse ? _blocks[^1].Else : _blocks[^1].Then).Add(step);
    }

    /// <summary>Words for items that were spoken of.</summary>
    private static readonly FrozenSet<string> Those = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "them", "those", "these", "ones");

    /// <summary>Gives each condition its place: the whole automation, or some of its steps. False where that is left open.</summary>
    private bool Settle()
    {
        var groups = _blocks.Select(block => block.If).OfType<ConditionGroup>().Concat(_exceptions).Append(_conditions);
        if (groups.Any(group => group.IsMixed))
        {
            return false;
        }

        var isWhole = _blocks is [_] or [{ Then.Count: 0 }, _] or [{ Then.Count: 1 }, { Then.Count: 0 }];
        if (_blocks[^1].Else.Count > 0)
        {
            // "If it has an attachment, star it, otherwise archive it": the condition parts the steps.
            if (_blocks is [var only])
            {
                if (_conditions.Count != 1 || _conditions.Clauses[0].IsOfChange)
                {
                    return false;
                }

                only.If = _conditions;
                return Add([]);
            }
        }
        else if (isWhole)
        {
            var own = _blocks[^1].If?.Clauses ?? [];
            _blocks[^1].If = null;
            return Add([.. _conditions.Clauses, .. own]);
        }
        else if (_blocks[^1].Then.Count == 0)
        {
            return false;
        }

        // What changed is asked of the event alone.
        return _blocks.TrueForAll(block => block.If?.Clauses.Any(clause => clause.IsOfChange) != true) && Add(_conditions.Clauses);
    }

    private bool Add(IReadOnlyList<Clause> clauses)
    {
        foreach (var clause in clauses.Concat(_exceptions.Select(exception => new Clause(new NotOf(exception.Condition)))))
        {
            // "Between 9 and 17" is two conditions.
            foreach (var condition in clause is { Condition: AllOf { Parts: var parts } } ? parts : [clause.Condition])
            {
                draft.Add(clause with { Condition = condition });
            }
        }

        return true;
    }

    /// <summary>
    /// Whether what was said of days and times of day is surely about the item's own time. "A meeting is cancelled after 6pm" leaves that open, "a meeting on a Monday is
    /// cancelled" does not; and "on Mondays" alone says when, and of nothing.
    /// </summary>
    private bool IsOfItsClock(EventReading read)
    {
        LeavesTimeOpen = !read.Trigger.HappensWithItem && (_isBareAfterClosing || (_isBareAfterOpening && !read.Trigger.IsTimed));
        return !LeavesTimeOpen && (!_isOnlyOfClock || _hasNoun || _events.Count > 0 || read.Conditions.Count == 0);
    }

    /// <summary>"Label mail from Ana as Family" speaks of what comes; "label the mail from Ana" of what is there.</summary>
    private bool IsMeantForWhatComes(EventReading read) =>
        !_isAround || (_determiner, _needsEvery) switch
        {
            (Determiner.None, true) => (read.IsNamed || _exceptions.Count > 0) && read.Conditions.Count > 0,
            (Determiner.Definite, _) => false,
            (Determiner.Every, false) => true,
            (_, true) => read.Conditions.Count > 0,
            _ => read.IsNamed || read.Conditions.Count > 0,
        };

    /// <summary>Steps with the condition before them, if there is one.</summary>
    private sealed class Block(ConditionGroup? condition)
    {
        public ConditionGroup? If { get; set; } = condition;

        public List<DraftStep> Then { get; } = [];

        public List<DraftStep> Else { get; } = [];

        public bool IsEmpty => Then.Count + Else.Count == 0;

        public IEnumerable<DraftStep> Steps() => If is not { } group
            ? Then.Concat(Else)
            : [.. Then.Select(step => step with { If = group.Condition }), .. Else.Select(step => step with { If = new NotOf(group.Condition) })];
    }
}
