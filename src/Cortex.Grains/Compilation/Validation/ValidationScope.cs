using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>What a condition or an input is looked at in the light of.</summary>
/// <param name="Catalog">What exists.</param>
/// <param name="Trigger">What the program waits for.</param>
/// <param name="Steps">All its steps.</param>
/// <param name="Origin">The prompt.</param>
/// <param name="Step">The step that it belongs to; null for the trigger.</param>
internal sealed record ValidationScope(CortexCatalog Catalog, TriggerInfo Trigger, IReadOnlyList<Step> Steps, PromptLiterals Origin, int? Step = null)
{
    public ItemKind Item => Trigger.Item;

    /// <summary>A fault that only the user can mend, pointed at where the literal stands in the prompt.</summary>
    public ProgramFault Unclear(string sentence, string? literal = null) =>
        new(RefusalCode.NeedsClarification, sentence, literal is null ? null : Origin.Find(literal));

    /// <summary>The fault of a literal that nobody said.</summary>
    public static ProgramFault Invented(string literal, string instead) =>
        new(RefusalCode.NeedsClarification, $"\"{Short(literal)}\" was not in the prompt. {instead}");

    /// <summary>The fields that people can be told of, by the names that programs use.</summary>
    public static string Names(ItemKind item) => string.Join(", ", item.Fields.Where(field => field.PartOf is null).Select(field => field.Name));

    public static string Short(string text) =>
        text.Length <= CompilationLimits.MaxQuoted ? text : string.Concat(text.AsSpan(0, CompilationLimits.MaxQuoted), "…");
}
