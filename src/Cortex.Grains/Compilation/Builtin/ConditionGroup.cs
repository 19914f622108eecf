using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Conditions that stand together in a sentence.</summary>
internal sealed class ConditionGroup
{
    private readonly List<Clause> _clauses = [];
    private int _ors;

    public int Count => _clauses.Count;

    /// <summary>Whether "and" and "or" are mixed, so that nobody can tell what belongs together, or what happens is an alternative to what is so: "the amount changes or the stage is Proposal".</summary>
    public bool IsMixed => _ors > 0 && (_ors < _clauses.Count - 1 || (_clauses.Exists(clause => clause.IsOfChange) && !_clauses.TrueForAll(clause => clause.IsOfChange)));

    /// <summary>What must hold.</summary>
    public IReadOnlyList<Clause> Clauses => _ors == 0
        ? _clauses
        : [new Clause(new AnyOf([.. _clauses.Select(clause => clause.Condition)]), _clauses.Exists(clause => clause.IsOfChange))];

    /// <summary>The same as one condition.</summary>
    public Condition Condition => Clauses is [var one] ? one.Condition : new AllOf([.. Clauses.Select(clause => clause.Condition)]);

    /// <param name="clause">The next condition.</param>
    /// <param name="isOr">Whether "or" stands before it, and not "and" or nothing.</param>
    public void Add(Clause clause, bool isOr)
    {
        _ors += isOr && _clauses.Count > 0 ? 1 : 0;
        _clauses.Add(clause);
    }
}
