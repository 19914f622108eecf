using System.Text.Json;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Rehearsals;

/// <summary>Goes through a program with one item: judges its conditions and fills its inputs in, and calls nothing. Pure.</summary>
internal sealed class DryRunner(TemplateRenderer templates)
{
    private const string WouldRun = "would_run";
    private const string WouldFail = "would_fail";
    private const string Skipped = "skipped";

    public DryRun Run(CortexProgram program, JsonElement fields, IReadOnlyList<string> missing, string source, CancellationToken cancellationToken)
    {
        var conditions = PreparedCondition.Of(program.Trigger.Where).Report(RehearsedFacts.Of(program, fields, missing));
        var steps = new List<DryRunStep>();
        var outputs = new List<string?>();
        for (var index = 0; index < program.Steps.Count; index++)
        {
            var step = StepOf(program, index, fields, missing, outputs, cancellationToken);
            steps.Add(step);
            outputs.Add(step.Status == Skipped ? null : PlaceholderOutput.Of(program, index));
        }

        return new(CanonicalJson.Write(fields), source, conditions.Verdict, conditions, steps);
    }

    private DryRunStep StepOf(CortexProgram program, int index, JsonElement fields, IReadOnlyList<string> missing, List<string?> outputs, CancellationToken cancellationToken)
    {
        var step = program.Steps[index];

        // The outputs are not handed to the condition: what it says of a placeholder would say nothing of a run.
        var condition = step.If is null ? null : PreparedCondition.Of(step.If).Report(new Facts(fields, Missing: missing));
        if (condition?.Verdict == ConditionReport.Fails)
        {
            return new(index, step.Tool, Skipped, InputJson: null, Error: null, condition);
        }

        var input = templates.Render(step.InputJson, fields, outputs, cancellationToken);
        var status = input.Json is null ? WouldFail : condition?.Verdict == ConditionReport.Unknown ? ConditionReport.Unknown : WouldRun;
        return new(index, step.Tool, status, input.Json, input.Failure, condition);
    }
}
