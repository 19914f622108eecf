using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Makes the program of what was read.</summary>
internal static class Draft
{
    public static CortexProgram Program(EventHead head, IReadOnlyList<Condition> conditions, IEnumerable<DraftStep> steps) =>
        new(1, new Trigger(head.Provider, head.Trigger.Name, new AllOf(conditions)), [.. steps.Select(Step)]);

    /// <summary>Inputs in the catalog's order, so that one meaning has one program.</summary>
    private static Step Step(DraftStep draft) => new(
        draft.Tool.Name,
        CanonicalJson.Of(draft, static (json, step) =>
        {
            json.WriteStartObject();
            foreach (var input in step.Tool.Inputs)
            {
                if ((step.Values.One(input.Name)?.Text ?? input.Default) is { } text)
                {
                    json.WriteString(input.Name, text);
                }
            }

            json.WriteEndObject();
        }));
}
