using System.Text.Json;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Dangers;

/// <summary>What a program could hurt by: steps that do harm, and that nothing keeps to the items that are meant. Pure.</summary>
internal static class HarmfulSteps
{
    public static IReadOnlyList<Step> In(CortexProgram program, CortexCatalog catalog)
    {
        if (catalog.FindTrigger(program.Trigger.Provider, program.Trigger.Event) is not { IsByHand: false } trigger || Narrowing.IsIn(program.Trigger.Where, trigger.Item))
        {
            return [];
        }

        return [.. program.Steps.Where(step => DoesHarm(step, catalog) && (step.If is null || !Narrowing.IsIn(step.If, trigger.Item)))];
    }

    /// <summary>The addresses of a step that are not the user's own, as the program spells them.</summary>
    public static IReadOnlyList<string> OthersOf(Step step, ToolInfo tool)
    {
        using var document = JsonDocument.Parse(step.InputJson);
        var inputs = document.RootElement;
        return
        [
            .. AddressInputs(tool)
                .Select(input => inputs.TryGetProperty(input.Name, out var value) ? FieldText.Of(value) : "")
                .SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Where(address => address != AddressRules.Me)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Whether a step harms what it is done to, or tells others of it.</summary>
    public static bool DoesHarm(Step step, CortexCatalog catalog) => catalog.FindTool(step.Tool) switch
    {
        { Harm: { IsToOthers: true } } tool => !AddressInputs(tool).Any() || OthersOf(step, tool).Count > 0,
        { Harm: not null } => true,
        _ => false,
    };

    private static IEnumerable<ToolInput> AddressInputs(ToolInfo tool) => tool.Inputs.Where(input => input.Kind is InputKind.Address or InputKind.Addresses);
}
