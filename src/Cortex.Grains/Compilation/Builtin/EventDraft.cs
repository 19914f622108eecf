using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>What has been read of an event so far. Each piece narrows what it can be.</summary>
internal sealed class EventDraft(ItemKind item, IEnumerable<TriggerInfo> triggers)
{
    private readonly List<Clause> _clauses = [];
    private readonly List<EventWords> _adjectives = [];
    private List<TriggerInfo> _triggers = [.. triggers];
    private bool _isNamed;
    private int? _minutes;

    public ItemKind Item => item;

    public int Count => _clauses.Count;

    public void Add(Clause clause) => _clauses.Add(clause);

    public void AddAdjective(EventWords words) => _adjectives.Add(words);

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
            if (one.Clause is { } clause)
            {
                Add(clause);
            }
        }

        return true;
    }

    /// <summary>What the conditions mean where the item was only named: "the status is closed" is said when it becomes so. Null if none is about a state.</summary>
    private List<Condition>? Becoming()
    {
        var becoming = _clauses.ConvertAll(clause => clause.Condition is Comparison { Op: Operator.Equals } comparison && item.Find(comparison.Field) is { IsState: true }
            ? comparison with { Edge = true }
            : clause.Condition);
        return becoming.Exists(condition => condition is Comparison { Edge: true }) ? becoming : null;
    }

    /// <summary>The event, or null if the pieces contradict each other or leave open which it is.</summary>
    public EventReading? Resolve(string provider)
    {
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
                Add(said.Clause!);
            }
            else if (meanings.TrueForAll(meaning => meaning.Trigger is not null))
            {
                return null;
            }
        }

        if (!_isNamed && _triggers.Find(trigger => trigger.IsChange) is { } change && Becoming() is { } becoming)
        {
            return new EventReading(provider, change, becoming, _minutes, IsNamed: true);
        }

        var possible = _clauses.Exists(clause => clause.IsOfChange) ? _triggers.Where(trigger => trigger.IsChange).ToList() : _triggers;
        var trigger = possible.Count == 1 ? possible[0] : possible.FirstOrDefault(candidate => candidate.IsDefault);
        if (trigger is null && _clauses.Exists(clause => clause.IsOfChange))
        {
            // What changed can be told of any change; the first is the plain one.
            trigger = possible.FirstOrDefault();
        }

        return trigger is null ? null : new EventReading(provider, trigger, [.. _clauses.Select(clause => clause.Condition)], _minutes, _isNamed);
    }
}
