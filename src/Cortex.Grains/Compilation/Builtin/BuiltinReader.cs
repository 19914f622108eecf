using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>
/// The built-in compiler: reads prompts by the grammar of the catalog, in microseconds and without anybody's help. It reads
/// from left to right; where it stops before the end, the words there decide what the refusal says.
/// </summary>
internal sealed class BuiltinReader : IPromptReader
{
    private readonly SentenceGrammar _grammar;
    private readonly Diagnosis _diagnosis;

    public BuiltinReader(CortexCatalog catalog)
    {
        _grammar = new SentenceGrammar(catalog);
        _diagnosis = new Diagnosis(_grammar, new Help(catalog));
    }

    public string Name => "builtin";

    public ValueTask<Reading> ReadAsync(string prompt, CancellationToken cancellationToken) => ValueTask.FromResult(Read(prompt));

    public Reading Read(string prompt)
    {
        var cursor = new PromptCursor(prompt);
        return cursor.Take(_grammar.Opener) ? EventFirst(cursor) : ActionsFirst(cursor);
    }

    /// <summary>"When an email arrives from …, label it …"</summary>
    private Reading EventFirst(PromptCursor cursor)
    {
        if (!cursor.Take(_grammar.Head, out var head))
        {
            return _diagnosis.OfEvent(cursor);
        }

        var conditions = Conditions(cursor, head);
        if (cursor.Take(_grammar.End))
        {
            return _diagnosis.NoAction();
        }

        var marked = cursor.Take(_grammar.Then);
        if (marked && cursor.Take(_grammar.End))
        {
            return _diagnosis.NoAction();
        }

        var steps = Actions(cursor);
        if (steps.Count == 1)
        {
            conditions.AddRange(Afterthoughts(cursor, head));
        }

        return steps.Count > 0 && cursor.Take(_grammar.End)
            ? new Reading.Understood(Draft.Program(head, conditions, steps))
            : _diagnosis.OfRest(cursor, marked || steps.Count > 0);
    }

    /// <summary>"Label it … when an email arrives from …"</summary>
    private Reading ActionsFirst(PromptCursor cursor)
    {
        cursor.Take(_grammar.Then);
        var steps = Actions(cursor);
        if (steps.Count == 0)
        {
            return BareEvent(new PromptCursor(cursor.Prompt)) ?? _diagnosis.OfBeginning(cursor);
        }

        if (cursor.Take(_grammar.End))
        {
            return _diagnosis.NoTrigger();
        }

        if (!cursor.Take(_grammar.Opener))
        {
            return _diagnosis.OfRest(cursor, actionsExpected: true);
        }

        if (!cursor.Take(_grammar.Head, out var head))
        {
            return _diagnosis.OfEvent(cursor);
        }

        var conditions = Conditions(cursor, head);
        return cursor.Take(_grammar.End)
            ? new Reading.Understood(Draft.Program(head, conditions, steps))
            : _diagnosis.OfRest(cursor, actionsExpected: false);
    }

    /// <summary>"Email from …: label it …", without a "when".</summary>
    private Reading? BareEvent(PromptCursor cursor)
    {
        if (!cursor.Take(_grammar.Head, out var head))
        {
            return null;
        }

        var conditions = Conditions(cursor, head);
        if (cursor.Take(_grammar.End))
        {
            return _diagnosis.NoAction();
        }

        var steps = cursor.Take(_grammar.Then) ? Actions(cursor) : [];
        return steps.Count > 0 && cursor.Take(_grammar.End) ? new Reading.Understood(Draft.Program(head, conditions, steps)) : null;
    }

    private List<Condition> Conditions(PromptCursor cursor, EventHead head)
    {
        var conditions = new List<Condition>();
        if (head.Condition is not null)
        {
            conditions.Add(head.Condition);
        }

        var grammar = _grammar.ConditionOf(head.Trigger);
        var closing = _grammar.ClosingOf(head.Trigger);
        var closed = false;
        while (conditions.Count < CompilationLimits.MaxConditions)
        {
            if (cursor.Take(grammar, out var condition)
                || cursor.Take(_grammar.BetweenConditions, grammar, out condition)
                || cursor.Take(_grammar.If, grammar, out condition))
            {
                conditions.Add(condition);
            }
            else if (closed || !cursor.Take(closing))
            {
                break;
            }
            else
            {
                closed = true;
            }
        }

        return conditions;
    }

    /// <summary>"…, label it X if the subject contains Y": after one action it can only mean the whole automation.</summary>
    private List<Condition> Afterthoughts(PromptCursor cursor, EventHead head)
    {
        var conditions = new List<Condition>();
        var grammar = _grammar.ConditionOf(head.Trigger);
        if (cursor.Take(_grammar.If, grammar, out var condition))
        {
            do
            {
                conditions.Add(condition);
            }
            while (conditions.Count < CompilationLimits.MaxConditions && cursor.Take(_grammar.BetweenConditions, grammar, out condition));
        }

        return conditions;
    }

    private List<DraftStep> Actions(PromptCursor cursor)
    {
        var steps = new List<DraftStep>();
        if (!cursor.Take(_grammar.Action, out var step))
        {
            return steps;
        }

        do
        {
            steps.Add(step);
        }
        while (steps.Count <= ProgramLimits.MaxSteps && cursor.Take(_grammar.BetweenActions, _grammar.Action, out step));

        return steps;
    }
}
