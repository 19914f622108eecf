using System.Collections.Frozen;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>What the pieces of a whole sentence mean together: the event with its conditions, and the steps with theirs.</summary>
internal sealed class Interpretation(SentenceGrammar grammar, EventDraft draft, ProviderCatalog provider, string prompt)
{
    /// <summary>Words of "that Ana Bell always sends me".</summary>
    private const int WordsOfEvent = 6;

    /// <summary>Words of "that come".</summary>
    private const int WordsToVerb = 2;

    /// <summary>Verbs of what happens again and again.</summary>
    private static readonly FrozenSet<string> Recurring = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "get", "gets", "receive", "receives", "come", "comes", "arrive", "arrives", "send", "sends", "land", "lands", "write", "writes", "reach", "reaches", "email", "emails");

    /// <summary>Words for what does not meet a condition, behind what is done to it.</summary>
    private static readonly string[] OfTheRest = [" the rest", " everything else", " all others", " all the others", " the others", " the other ones"];

    private readonly List<EventWords> _events = [];
    private readonly ConditionGroup _conditions = new();
    private readonly List<ConditionGroup> _exceptions = [];
    private readonly List<Block> _blocks = [new(null)];
    private readonly Ambiguity _ambiguity = new(draft.Item);
    private readonly SpokenClock _clock = new();
    private readonly SpokenChange _change = new();
    private readonly SpokenText _text = new();
    private readonly SpokenActor _actor = new(draft.Item, provider.Names);
    private ConditionGroup? _open;
    private Piece.Around? _around;
    private bool _isAround;
    private bool _needsEvery;
    private bool _isWatch;
    private bool _isPicked;
    private bool _isPlaced;
    private bool _isVague;
    private bool _isAfter;
    private bool _isOn;
    private bool _isElse;
    private bool _recurs;
    private bool _leavesOpen;
    private bool _isOr;
    private Determiner _determiner;
    private bool _hasNoun;
    private bool _hasOpenValue;

    public IReadOnlyList<DraftStep> Steps => [.. _blocks.SelectMany(block => block.Steps())];

    /// <summary>Whether the sentence says all but what comes at a time of day: what happens, or what it happens to.</summary>
    public bool LeavesTimeOpen { get; private set; }

    /// <summary>Whether one of the conditions has a value that is only likely to be one.</summary>
    public bool HasOpenValue => _hasOpenValue || draft.HasOpenValue;

    /// <summary>The event; null where the pieces contradict each other, or leave open what belongs together.</summary>
    public EventReading? Read(IEnumerable<Trail> trail)
    {
        Piece? before = null;
        var said = "";
        foreach (var one in Described(trail))
        {
            var words = prompt[one.Start..one.End];
            _ambiguity.See(one.Piece, words);
            _change.See(one.Piece, words);
            _text.See(one.Piece, words);
            _actor.See(one.Piece, before, words);
            _isPlaced |= one.Piece is Piece.Place;
            _leavesOpen |= before is Piece.Noun { Sort: not null } && words.TrimStart() is ['(', ..];
            _leavesOpen |= SharesItsField(said, one.Piece, words) || Makes(before, one.Piece, words);
            (before, said) = (one.Piece, one.Piece is Piece.Condition ? words : one.Piece is Piece.Joint ? said : "");
            _recurs |= _hasNoun && Recurs(one.Piece, words);
            _isOn |= one.Piece is Piece.Opener && words.Trim().Equals("on", StringComparison.OrdinalIgnoreCase);
            Take(one.Piece);
            _isOr = one.Piece is Piece.Joint { IsOr: true };
        }

        if (_isWatch && Steps.Count == 0)
        {
            var report = new DraftStep([grammar.Actions.Report], prompt);
            _change.See(report);
            Take(report);
        }

        if (_ambiguity.IsFound || _leavesOpen || _change.IsUnseen(draft, Steps) || _text.IsTaken(Steps) || LateConditions.Are(Steps, _exceptions.Count > 0) || SaysMoreOfPart() || !_change.Narrow(draft, _events) || _change.IsMissing(_conditions.Clauses) || !Settle() || draft.Resolve(provider.Name!) is not { } read)
        {
            return null;
        }

        LeavesTimeOpen = _clock.IsOpen(read);
        return !LeavesTimeOpen && !_clock.IsAlone(read) && IsMeantForWhatComes(read) && !_actor.IsLeftOut(read, Steps) && !_change.LosesDirection(read) && SaysEnough(read) && !IsOnItsDay(read) && !MisreadWords.Are(read, draft.Item, prompt) && !Misreading.Is(read, draft.Item, grammar.Event.NounsBeside(draft.Item), prompt)
            && !SwallowedWords.Are([.. read.Conditions, .. Steps.Select(step => step.If).OfType<Condition>()], prompt) ? read : null;
    }

    /// <summary>"A contract <c>that needs my signature</c>" is one thing to judge, and not two.</summary>
    private IEnumerable<Trail> Described(IEnumerable<Trail> trail)
    {
        Trail? held = null;
        foreach (var one in trail)
        {
            if (held is { Piece: Piece.Noun { Sort: { Condition: Comparison { Op: Operator.Semantic } sort } clause } noun } && one.Start == held.End
                && one.Piece is Piece.Condition { Clause.Condition: Comparison { Op: Operator.Semantic } more } && more.Field == sort.Field && Describes(prompt.AsSpan(one.Start, one.End - one.Start)))
            {
                var words = $"{sort.Value.Text} {prompt[one.Start..one.End].Trim()}";
                held = new Trail(held.Before, noun with { Sort = clause with { Condition = sort with { Value = Literal.Of(words) }, HasOpenValue = true } }, held.Start, one.End);
                continue;
            }

            if (held is not null)
            {
                yield return held;
            }

            held = one;
        }

        if (held is not null)
        {
            yield return held;
        }
    }

    /// <summary>"Is urgent" says what such a thing must be, and quotations are said word for word.</summary>
    private static bool Describes(ReadOnlySpan<char> words)
    {
        var first = words.TrimStart();
        return first[..PromptWord.Length(first)] is not ("is" or "are" or "isn't" or "aren't" or "it" or "it's" or "they" or "not") && !words.ContainsAny('"', '“', '”');
    }

    /// <summary>"Without "a" and "b" in the subject": where the first may not be was not said by itself.</summary>
    private bool SharesItsField(string said, Piece piece, string words) => piece is Piece.Condition && words.TrimStart() is ['"' or '“' or '\'', ..] && said.TrimEnd() is [.., '"' or '”' or '\'']
        && !draft.Item.Fields.Where(field => field.Kind == FieldKind.Text).SelectMany(FieldNames.Of).Any(name => said.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Is made all-day": it becomes so, and is not made.</summary>
    private bool Makes(Piece? before, Piece piece, string words) =>
        before is Piece.Event && piece is Piece.Condition { Clause.Condition: Comparison { Field: var field } } && draft.Item.Find(field) is { Kind: FieldKind.Flag } && words.TrimStart() is [not ('t' or 'w'), ..];

    /// <summary>Whether what is said behind the noun happens again and again: "the emails <c>I get</c>", "the emails <c>that come from</c> …".</summary>
    private static bool Recurs(Piece piece, string words) => piece is Piece.Event or Piece.Condition
        && words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(piece is Piece.Event ? WordsOfEvent : WordsToVerb).Any(Recurring.Contains);

    /// <summary>Whether the sentence says what happens to what, where its words alone leave that open.</summary>
    private bool SaysEnough(EventReading read) =>
        (!_isAfter || read.IsNamed || read.Trigger.Item.IsMeantByFields) && (!_isVague || read.Conditions.Any(IsOfItem) || (_isPlaced && !read.Trigger.Item.IsMeantByFields && (read.IsNamed || read.Conditions.Count > 0)) || IsOfOwnDoing(read)) && (!IsOpen || Steps.Any(IsForItem));

    /// <summary>Whether a condition says what the item is, and not only that it has changed, when it is or who takes part.</summary>
    private bool IsOfItem(Condition condition) => ConditionSize.Leaves(condition).Any(leaf =>
        leaf.Field != ConditionGrammar.ChangedField && draft.Item.Find(leaf.Field) is not { Kind: FieldKind.Weekday or FieldKind.TimeOfDay or FieldKind.Time } && !(draft.Item.People is { } people && people.Contains(leaf.Field, StringComparison.Ordinal)));

    /// <summary>"On birthdays" hardly means that such an event is created.</summary>
    private bool IsOnItsDay(EventReading read) => _isOn && !read.IsNamed && read.Trigger.IsDefault && draft.KnowsTimes;

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
                // "changes … unless it is won": what happens is no condition of what happens.
                _leavesOpen |= _open is not null && (_events.Count > 0 || (_conditions.Clauses.Any(clause => clause.IsOfChange) && words.Meanings.All(meaning => meaning.Clause is null)));
                _events.Add(words);
                _clock.SeeEvent();
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
                _open = new ConditionGroup();
                _exceptions.Add(_open);
                break;
            case Piece.Told(var step):
                (_isElse ? _blocks[^1].Else : _blocks[^1].Then)[^1] = step;
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
                if (Array.Exists(OfTheRest, rest => step.Words.EndsWith(rest, StringComparison.OrdinalIgnoreCase)))
                {
                    // "…, archive the rest": what the condition before does not hold for.
                    Take(new Piece.Else());
                }

                Take(step);
                break;
            case Piece.Change:
                draft.ToChanges();
                break;
            case Piece.Watch or Piece.Look:
                _isWatch = true;
                break;
            case Piece.Pick:
                _isPicked = true;
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
            case Piece.Else when _blocks is [{ If: null, Then: [var step], Else: [] } first, { If: not null, IsEmpty: true } conditional]:
                // "Star it if it has an attachment, otherwise archive it"
                first.Then.Clear();
                conditional.Then.Add(step);
                _isElse = true;
                break;
            case Piece.Else when _blocks is [{ If: null, Then: [var step], Else: [] } first] && _exceptions is [var exception]:
                // "Star it unless it has an attachment, otherwise archive it"
                first.Then.Clear();
                _exceptions.Clear();
                _blocks.Add(new Block(exception));
                _blocks[^1].Else.Add(step);
                break;
            case Piece.Else when _blocks[^1].IsEmpty || _exceptions.Count > 0:
                // "Star it and label it if it has an attachment, otherwise …": one of the two, or both.
                _leavesOpen = true;
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
        _clock.SeeNoun();
        _determiner = noun.IsVague ? Determiner.Every : noun.Determiner;
        _isVague |= noun.IsVague;
    }

    private void Take(Clause clause)
    {
        (_open ?? _conditions).Add(clause, _isOr);
        _clock.See(clause);
        _hasOpenValue |= clause.HasOpenValue;
    }

    private void Take(DraftStep step)
    {
        _open = null;
        (_isElse ? _blocks[^1].Else : _blocks[^1].Then).Add(step);
    }

    /// <summary>Gives each condition its place: the whole automation, or some of its steps. False where that is left open.</summary>
    private bool Settle()
    {
        var groups = _blocks.Select(block => block.If).OfType<ConditionGroup>().Concat(_exceptions).Append(_conditions);
        if (groups.Any(group => group.IsMixed) || (_exceptions.Count > 0 && Steps.All(step => step.Readings.All(reading => reading.Tool.Name == "none"))))
        {
            // "Do nothing unless it is from Spain" leaves open what is done then.
            return false;
        }

        var isWhole = _blocks is [_] or [{ Then.Count: 0 }, _] or [{ Then.Count: 1 }, { Then.Count: 0 }];
        if (_blocks[^1].Else.Count > 0)
        {
            // "If it has an attachment, star it, otherwise archive it": the condition parts the steps. Behind "when", and where something happens, it says what the automation is about.
            if (_blocks is [var only])
            {
                if (!_ambiguity.OpensWithIf || _events.Count > 0 || _conditions.Count != 1 || _conditions.Clauses[0].IsOfChange)
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

    /// <summary>"Label mail from Ana as Family" is about mail that will come; "label the mail from Ana" and "find the mail from Ana and label it" are about mail that is there, "label the mail I get from Ana" is not.</summary>
    private bool IsMeantForWhatComes(EventReading read) =>
        !(_isPicked && _determiner == Determiner.Definite && !read.IsNamed) && (!_isAround || (_determiner, _needsEvery) switch
        {
            (Determiner.None, true) => (read.IsNamed || _exceptions.Count > 0) && read.Conditions.Count > 0,
            (Determiner.Definite, _) => _recurs && read.Conditions.Count > 0,
            (Determiner.Every, false) => true,
            (_, true) => read.Conditions.Count > 0,
            _ => read.IsNamed || read.Conditions.Count > 0,
        });

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
