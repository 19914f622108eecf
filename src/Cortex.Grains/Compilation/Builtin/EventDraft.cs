using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>What has been read of an event so far. Each piece narrows what it can be.</summary>
internal sealed class EventDraft(ItemKind item, IEnumerable<TriggerInfo> triggers)
{
    private readonly List<Clause> _clauses = [];
    private readonly List<EventWords> _adjectives = [];
    private readonly List<Clause?> _happenings = [];
    private List<TriggerInfo> _triggers = [.. triggers];
    private bool _isNamed;
    private int? _minutes;

    public ItemKind Item => item;

    public int Count => _clauses.Count;

    /// <summary>Whether one of the conditions has a value that is only likely to be one.</summary>
    public bool HasOpenValue => _clauses.Exists(clause => clause.HasOpenValue);

    public void Add(Clause clause) => _clauses.Add(clause);

    public void AddAdjective(EventWords words) => _adjectives.Add(words);

    /// <summary>Whether the item has an event for changes.</summary>
    public bool HasChanges => _triggers.Exists(trigger => trigger.IsChange);

    /// <summary>Whether the item has events at times of its own, such as its start.</summary>
    public bool KnowsTimes { get; } = triggers.Any(trigger => trigger.IsTimed);

    /// <summary>Only changes are meant, where the item knows any.</summary>
    public void ToChanges()
    {
        if (_triggers.Exists(trigger => trigger.IsChange))
        {
            _triggers.RemoveAll(trigger => !trigger.IsChange);
            _triggers.RemoveAll(trigger => trigger.Name.EndsWith(".cancelled", StringComparison.Ordinal));
            _isNamed = true;
        }
    }

    /// <summary>Takes words that say an event; false if they cannot belong to what was read before.</summary>
    public bool Narrow(EventWords words)
    {
        var fitting = words.Meanings.Where(meaning => meaning.Trigger is { } trigger && _triggers.Contains(trigger)).ToList();
        if (fitting.Count == 0)
        {
            return false;
        }

        // Words with a condition belong to one event; where several events share words, none of them says more.
        _triggers = [.. fitting.Select(meaning => meaning.Trigger!).Distinct()];
        _isNamed = true;
        if (_triggers.Count == 1 && fitting[0] is { } one)
        {
            _minutes ??= one.MinutesBefore;
            _happenings.Add(one.Clause);
            if (one.Clause is { } clause)
            {
                foreach (var condition in clause.Condition is AllOf { Parts: var parts } ? parts : [clause.Condition])
                {
                    Add(clause with { Condition = condition });
                }
            }
        }

        return true;
    }

    /// <summary>Whether a condition is about something that changes while the item lives: how far it has come, how much it is.</summary>
    private bool IsOfState(Comparison comparison) => item.Find(comparison.Field) is { IsState: true } or { Kind: FieldKind.Number };

    /// <summary>
    /// What a condition means where the item was only named: "the status is closed" is said when it becomes so, and "the amount is at least 50" when it comes to that.
    /// Null where that cannot be said: "the stage is not Closed Lost" is true again and again.
    /// </summary>
    private Condition? Becoming(Condition condition) => condition switch
    {
        Comparison comparison when IsOfState(comparison) => ConditionGrammar.Becoming(comparison),
        NotOf { Part: Comparison { Op: Operator.LessThan } comparison } when IsOfState(comparison) => Reaching(comparison, Operator.GreaterThan),
        NotOf { Part: Comparison { Op: Operator.GreaterThan } comparison } when IsOfState(comparison) => Reaching(comparison, Operator.LessThan),
        NotOf { Part: Comparison comparison } when IsOfState(comparison) => null,
        AnyOf any when any.Parts.All(part => part is Comparison comparison && IsOfState(comparison)) => ConditionGrammar.Becoming(any),
        _ => condition,
    };

    private static AnyOf Reaching(Comparison comparison, Operator op) =>
        new([comparison with { Op = op, Edge = true }, comparison with { Op = Operator.Equals, Edge = true }]);

    private static bool IsEdge(Condition condition) => condition is Comparison { Edge: true } or AnyOf { Parts: [Comparison { Edge: true }, ..] };

    /// <summary>"When a closed case is updated": it is closed, and need not have become so.</summary>
    private static Clause StateOf(Clause clause) => clause.Condition is Comparison { Edge: true } comparison ? clause with { Condition = comparison with { Edge = false }, IsOfChange = false } : clause;

    /// <summary>"The amount changes, notify me if it is won", "a deal that is won is updated": besides what happens, something is said to be so, or to become so too.</summary>
    private bool IsBesideAnother(Clause? happening) => happening is { Condition: var condition } && IsEdge(condition)
        && (_happenings.Exists(other => other is null || FieldOf(other.Condition) != FieldOf(condition)) || _clauses.Exists(clause => clause.IsOfChange && FieldOf(clause.Condition) != FieldOf(condition)));

    /// <summary>What a condition says has changed.</summary>
    private static string? FieldOf(Condition condition) =>
        ConditionSize.Leaves(condition).FirstOrDefault() is { } leaf ? leaf.Field == ConditionGrammar.ChangedField ? leaf.Value.Text : leaf.Field : null;

    /// <summary>Takes "the phone is filled in" for what happens, as nothing else does; false where that cannot be watched.</summary>
    private bool Happens()
    {
        for (var index = 0; index < _clauses.Count; index++)
        {
            if (_clauses[index] is { MayHappen: true } clause)
            {
                if (clause.Condition is not Comparison comparison || !HasChanges || item.AlwaysThere.Contains(comparison.Field) || item.Find(comparison.Field) is { IsList: true })
                {
                    return false;
                }

                _clauses[index] = clause with { Condition = comparison with { Edge = true }, IsOfChange = true };
                _isNamed = true;
            }
        }

        return true;
    }

    /// <summary>The event, or null if the pieces contradict each other or leave open which it is.</summary>
    public EventReading? Resolve(string provider)
    {
        // What is said to change is what happens; the rest only holds.
        _isNamed |= _clauses.Exists(clause => clause.IsOfChange) && _triggers.Exists(trigger => trigger.IsChange);
        if (_happenings.Exists(IsBesideAnother))
        {
            return null;
        }

        foreach (var adjective in _adjectives)
        {
            var meanings = adjective.Meanings.Where(meaning => meaning.Item == item).ToList();
            if (meanings.Count == 0)
            {
                return null;
            }

            if (meanings.Exists(meaning => meaning.Trigger is { } trigger && _triggers.Contains(trigger)) && !(_isNamed && meanings.Exists(meaning => meaning.Clause is not null)))
            {
                Narrow(new EventWords(meanings));
            }
            else if (meanings.Find(meaning => meaning.Clause is not null) is { } said)
            {
                if (FieldOf(said.Clause!.Condition) is { } field && _clauses.Exists(clause => clause.IsOfChange && FieldOf(clause.Condition) == field))
                {
                    // "A hot lead's rating changes": it was hot.
                    return null;
                }

                Add(StateOf(said.Clause));
            }
            else if (meanings.TrueForAll(meaning => meaning.Trigger is not null))
            {
                return null;
            }
        }

        if (!_isNamed && !Happens())
        {
            return null;
        }

        if (!_isNamed && _triggers.Find(trigger => trigger.IsChange) is { } change)
        {
            if (_clauses.Count(clause => ConditionSize.Leaves(clause.Condition).Any(IsOfState)) > 1)
            {
                return null;
            }

            var becoming = _clauses.ConvertAll(clause => Becoming(clause.Condition));
            if (becoming.Contains(null))
            {
                return null;
            }

            if (becoming.Exists(IsEdge!))
            {
                return new EventReading(provider, change, becoming!, _minutes, IsNamed: true);
            }
        }
        else if (!_isNamed && _clauses.Exists(clause => ConditionSize.Leaves(clause.Condition).Any(IsOfState)))
        {
            // That it changes cannot be watched, and what it is when it is made was not asked for.
            return null;
        }

        var possible = _clauses.Exists(clause => clause.IsOfChange) ? _triggers.Where(trigger => trigger.IsChange).ToList() : _triggers;
        if (_isNamed && possible.Count > 1 && possible.Exists(trigger => trigger.IsTimed) && !_clauses.SelectMany(clause => ConditionSize.Leaves(clause.Condition)).Any(leaf => item.Find(leaf.Field) is { Kind: FieldKind.Time }))
        {
            // "When I have a meeting": when it is made, or when it starts.
            return null;
        }

        var trigger = possible.Count == 1 ? possible[0] : possible.FirstOrDefault(candidate => candidate.IsDefault);
        if (trigger is null && _clauses.Exists(clause => clause.IsOfChange))
        {
            // What changed can be told of any change; the first is the plain one.
            trigger = possible.FirstOrDefault();
        }

        return trigger is null ? null : new EventReading(provider, trigger, [.. _clauses.Select(clause => clause.Condition)], _minutes, _isNamed);
    }
}
