using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Runs;

/// <summary>Which fields of its item a program looks at. Pure.</summary>
internal static class FieldUse
{
    /// <summary>The field of a condition in words that is about the item as a whole.</summary>
    private const string WholeItem = "item";

    /// <summary>Whether a program looks at one of some fields, in a condition or in what its steps are given.</summary>
    public static bool LooksAtAny(CortexProgram program, IReadOnlyList<string> fields, TemplateRenderer templates)
    {
        var used = Fields(program.Trigger.Where)
            .Concat(program.Steps.SelectMany(step => step.If is { } condition ? Fields(condition) : []))
            .Concat(program.Steps.SelectMany(step => templates.FieldsOf(step.InputJson)));
        return used.Any(field => field == WholeItem || fields.Contains(field));
    }

    private static IEnumerable<string> Fields(Condition condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Fields),
        AnyOf any => any.Parts.SelectMany(Fields),
        NotOf not => Fields(not.Part),
        Comparison comparison => [comparison.Field],
        _ => [],
    };
}
