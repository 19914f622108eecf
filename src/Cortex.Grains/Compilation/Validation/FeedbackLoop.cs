using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>Programs whose own steps set them off again.</summary>
internal static class FeedbackLoop
{
    public static ProgramFault? FindFault(CortexProgram program, CortexCatalog catalog)
    {
        // Where a condition narrows the event, a step's own effect need not meet it, so the loop is not certain.
        if (program.Trigger.Where is not AllOf { Parts.Count: 0 })
        {
            return null;
        }

        foreach (var step in program.Steps.Where(step => step.If is null))
        {
            if (catalog.ProviderOf(step.Tool) == program.Trigger.Provider
                && catalog.FindTool(step.Tool) is { } tool
                && tool.EventsCaused.Contains(program.Trigger.Event))
            {
                return new ProgramFault(
                    RefusalCode.FeedbackLoop,
                    $"To {tool.Label} would set this automation off again, without end. Add a condition that its own doing does not meet.");
            }
        }

        return null;
    }
}
