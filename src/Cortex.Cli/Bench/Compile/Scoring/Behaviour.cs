using Cortex.Programs;

namespace Cortex.Cli.Bench.Compile.Scoring;

/// <summary>What a program does when the items of a label come, by the evaluator that runs have.</summary>
/// <param name="Fires">Whether it runs for exactly those for which it should; null where none of them decides it.</param>
/// <param name="Runs">Whether it then takes the labelled steps, as far as their own conditions let it.</param>
internal sealed record Behaviour(bool? Fires, bool Runs)
{
    /// <param name="expected">The label.</param>
    /// <param name="program">The program.</param>
    /// <param name="flat">The same in the label's form.</param>
    public static Behaviour Of(Expectation.Compiles expected, CortexProgram program, FlatProgram flat)
    {
        var where = new PreparedJudgement(program.Trigger.Where, expected.Program);
        var steps = program.Steps.Select(step => step.If is { } condition ? new PreparedJudgement(condition, expected.Program) : null).ToList();
        var actions = new ActionMatch(expected.Tolerance);
        var truths = expected.Items.Select(item => (Item: item, Truth: where.TruthOf(item))).ToList();
        return new(
            truths.Exists(one => one.Truth != Truth.Unknown && one.Truth == Truth.True != one.Item.Fires) ? false
                : truths.Exists(one => one.Truth == Truth.Unknown) ? null : true,
            truths.TrueForAll(one => !one.Item.Fires || TakesItsSteps(one.Item)));

        bool TakesItsSteps(LabelledItem item)
        {
            var labelled = expected.Program.Actions.Where((_, index) => item.Runs?.Contains(index) ?? true).ToList();
            var open = steps.Exists(step => step?.TruthOf(item) == Truth.Unknown);
            var taken = flat.Actions.Where((_, index) => steps[index] is null || steps[index]!.TruthOf(item) == Truth.True).ToList();
            return !open && actions.Pair(labelled, taken) is { } pairs && pairs.All(pair => ActionMatch.HasInputs(pair.Label, pair.Step));
        }
    }
}
