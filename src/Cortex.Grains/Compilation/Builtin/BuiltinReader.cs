using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;
using Parlot.Fluent;

namespace Cortex.Compilation.Builtin;

/// <summary>
/// The built-in compiler: reads prompts by the grammar of the catalog, in microseconds and without anybody's help. It reads
/// from left to right; where it stops before the end, the words there decide what the refusal says.
/// </summary>
internal sealed class BuiltinReader : IPromptReader
{
    private readonly SentenceGrammar _grammar;
    private readonly EventReader _events;
    private readonly Draft _draft;
    private readonly Diagnosis _diagnosis;

    public BuiltinReader(CortexCatalog catalog)
    {
        _grammar = new SentenceGrammar(catalog);
        _events = new EventReader(_grammar, catalog);
        _draft = new Draft(catalog);
        _diagnosis = new Diagnosis(_grammar, _events, new Help(catalog));
    }

    public string Name => "builtin";

    public ValueTask<Reading> ReadAsync(string prompt, CancellationToken cancellationToken) => ValueTask.FromResult(Read(prompt));

    public Reading Read(string prompt)
    {
        var cursor = new PromptCursor(prompt);
        cursor.Take(_grammar.Greeting);
        return cursor.Take(_grammar.Opener) ? EventFirst(cursor) : ActionsFirst(cursor);
    }

    /// <summary>"When an email arrives from …, label it …"</summary>
    private Reading EventFirst(PromptCursor cursor)
    {
        if (_events.Read(cursor) is not { } read)
        {
            return _diagnosis.OfEvent(cursor);
        }

        if (cursor.Take(_grammar.End))
        {
            return _diagnosis.NoAction(cursor);
        }

        var marked = cursor.Take(_grammar.Then);
        if (marked && cursor.Take(_grammar.End))
        {
            return _diagnosis.NoAction(cursor);
        }

        var steps = Actions(cursor);
        if (steps.Count == 1)
        {
            read = read with { Conditions = [.. read.Conditions, .. Afterthoughts(cursor, read)] };
        }

        return steps.Count > 0 && cursor.Take(_grammar.End)
            ? Understood(read, steps, cursor)
            : _diagnosis.OfRest(cursor, marked || steps.Count > 0, steps);
    }

    /// <summary>"Label it … when an email arrives from …"</summary>
    private Reading ActionsFirst(PromptCursor cursor)
    {
        var start = cursor.Mark();
        cursor.Take(_grammar.Then);
        var steps = Actions(cursor);
        if (steps.Count == 0)
        {
            cursor.Reset(start);
            return (Reading?)ActionAroundEvent(cursor) ?? BareEvent(cursor) ?? _diagnosis.OfBeginning(cursor);
        }

        if (cursor.Take(_grammar.End))
        {
            return _diagnosis.NoTrigger(cursor);
        }

        var stopped = cursor.Mark();
        if (_events.Read(cursor) is { MinutesBefore: not null } ahead && cursor.Take(_grammar.End))
        {
            return Understood(ahead, steps, cursor);
        }

        cursor.Reset(stopped);
        if (cursor.Take(_grammar.Every) && _events.Read(cursor) is { } every && cursor.Take(_grammar.End))
        {
            return Understood(every, steps, cursor);
        }

        cursor.Reset(stopped);
        if (steps is [{ Readings: [{ Tool.Name: "notify.user" }, ..] }] && cursor.Take(_grammar.About) && _events.Read(cursor) is { } about && cursor.Take(_grammar.End))
        {
            return Understood(about, steps, cursor);
        }

        cursor.Reset(stopped);
        var opener = cursor.Take(_grammar.Opener);
        if (!opener)
        {
            cursor.Reset(start);
            if (ActionAroundEvent(cursor) is { } around)
            {
                return around;
            }

            cursor.Reset(stopped);
            return _diagnosis.OfRest(cursor, actionsExpected: true, steps);
        }

        if (_events.Read(cursor) is not { } read)
        {
            return _diagnosis.OfEvent(cursor);
        }

        return cursor.Take(_grammar.End) ? Understood(read, steps, cursor) : _diagnosis.OfRest(cursor, actionsExpected: false, steps);
    }

    /// <summary>"Email from …: label it …", without a "when".</summary>
    private Reading? BareEvent(PromptCursor cursor)
    {
        var start = cursor.Mark();
        if (_events.Read(cursor) is { } read)
        {
            if (cursor.Take(_grammar.End))
            {
                return _diagnosis.NoAction(cursor);
            }

            // After "an hour before a meeting" nothing has to part the event from what is to be done.
            var steps = cursor.Take(_grammar.Then) || read.MinutesBefore is not null ? Actions(cursor) : [];
            if (steps.Count > 0 && cursor.Take(_grammar.End))
            {
                return Understood(read, steps, cursor);
            }
        }

        cursor.Reset(start);
        return null;
    }

    /// <summary>"Label mail from … as Family": the event stands in the middle of the instruction. Nothing that is already there can be meant.</summary>
    private Reading.Understood? ActionAroundEvent(PromptCursor cursor)
    {
        var start = cursor.Mark();
        foreach (var (before, after, tool, phrase) in _grammar.Actions.Around)
        {
            cursor.Reset(start);
            if (!cursor.Take(before, out var first))
            {
                continue;
            }

            var beforeNoun = cursor.Mark();
            if (cursor.Take(_grammar.Definite))
            {
                continue;
            }

            cursor.Reset(beforeNoun);
            var isEvery = cursor.Take(_grammar.Every);
            if (_events.Read(cursor, after) is not { } read || !(isEvery || read.IsNamed || read.Conditions.Count > 0) || !TakeAfter(cursor, after, out var second))
            {
                continue;
            }

            List<DraftStep> steps = [new DraftStep([new ToolReading(tool, phrase, first.And(second))], cursor.Prompt)];
            if (cursor.Take(_grammar.BetweenActions))
            {
                steps.AddRange(Actions(cursor));
            }

            if (cursor.Take(_grammar.End) && _draft.Program(read, steps) is { } program)
            {
                return new Reading.Understood(program);
            }
        }

        cursor.Reset(start);
        return null;
    }

    private static bool TakeAfter(PromptCursor cursor, Parser<Captures>? after, out Captures captures)
    {
        captures = Captures.None;
        return after is null || cursor.Take(after, out captures);
    }

    private Reading Understood(EventReading read, IReadOnlyList<DraftStep> steps, PromptCursor cursor) =>
        _draft.Program(read, steps) is { } program ? new Reading.Understood(program) : _diagnosis.OfUnsuited(read, steps, cursor);

    /// <summary>"…, label it X if the subject contains Y": after one action it can only mean the whole automation.</summary>
    private List<Condition> Afterthoughts(PromptCursor cursor, EventReading read)
    {
        var conditions = new List<Condition>();
        var clauses = _grammar.ConditionOf(read.Trigger.Item).Clauses;
        if (cursor.Take(_grammar.If, clauses, out var clause))
        {
            do
            {
                conditions.Add(clause.Condition);
            }
            while (conditions.Count < CompilationLimits.MaxConditions && cursor.Take(_grammar.BetweenConditions, clauses, out clause));
        }

        return conditions;
    }

    private List<DraftStep> Actions(PromptCursor cursor)
    {
        var steps = new List<DraftStep>();
        var start = cursor.Position;
        if (!cursor.Take(_grammar.Actions.Complete, out var step))
        {
            return steps;
        }

        do
        {
            steps.Add(step with { Words = cursor.Prompt[start..cursor.Position].Trim() });
            start = cursor.Position;
        }
        while (steps.Count <= ProgramLimits.MaxSteps && cursor.Take(_grammar.BetweenActions, _grammar.Actions.Complete, out step));

        return steps;
    }
}
