using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Core.Tests.Compilation;

/// <summary>The validator on programs that no prompt was read for: what a careless or a hostile compiler could make.</summary>
internal static class Validating
{
    /// <summary>The code of the fault, or null.</summary>
    public static string? Fault(CortexProgram program, string prompt, CortexCatalog? catalog = null)
    {
        catalog ??= CortexCatalog.Known;
        using var templates = new TemplateParser();
        return new ProgramValidator(catalog, new StepRules(catalog, new InputRules(templates))).FindFault(program, prompt)?.Code;
    }

    public static CortexProgram Program(Condition? where = null, string tool = "none", string input = "{}", Condition? stepIf = null) =>
        new(1, new Trigger("gmail", "email.received", where ?? Condition.Always), [new Step(tool, input, stepIf)]);
}
