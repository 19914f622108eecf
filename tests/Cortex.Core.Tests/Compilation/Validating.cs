using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Core.Tests.Compilation;

/// <summary>The validator on programs that no prompt was read for: what a careless or a hostile compiler could make.</summary>
internal static class Validating
{
    private static readonly ProgramValidator Validator =
        new(CortexCatalog.Known, new StepRules(CortexCatalog.Known, new InputRules(new TemplateParser())));

    /// <summary>The code of the fault, or null.</summary>
    public static string? Fault(CortexProgram program, string prompt) => Validator.FindFault(program, prompt)?.Code;

    public static IReadOnlyList<ProgramFault> Faults(CortexProgram program, string prompt) => Validator.FindFaults(program, prompt);

    /// <summary>Fails with the fault's sentence if there is one.</summary>
    public static void Sound(CortexProgram program, string prompt) => Assert.Null(Validator.FindFault(program, prompt)?.Sentence);

    public static CortexProgram On(string trigger, Condition? where = null, params Step[] steps) => new(
        1,
        new Trigger(trigger.Split('/')[0], trigger.Split('/')[1], where ?? Condition.Always),
        steps is [] ? [new Step("none", "{}")] : steps);

    /// <summary>A step that uses what a step of AI makes, without which that is a fault.</summary>
    public static Step Reader(string tool, int index)
    {
        var output = tool switch { "ai.extract" => "values.vendor", "ai.classify" => "label", "ai.draft" => "text", _ => "summary" };
        return new Step("notify.user", $$$"""{"text":"{{ steps[{{{index}}}].output.{{{output}}} }}"}""");
    }

    public static CortexProgram Program(Condition? where = null, string tool = "none", string input = "{}", Condition? stepIf = null) =>
        new(1, new Trigger("gmail", "email.received", where ?? Condition.Always), [new Step(tool, input, stepIf)]);
}
