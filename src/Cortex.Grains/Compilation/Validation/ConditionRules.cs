using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>What a condition must be like: a field of the item, an operator that fits it, a literal that was said.</summary>
internal static class ConditionRules
{
    private const int MaxLiteral = 1_000;

    public static ProgramFault? FindFault(Condition condition, ItemKind item, PromptLiterals origin) =>
        ConditionSize.Leaves(condition).Select(leaf => FindFault(leaf, item, origin)).FirstOrDefault(fault => fault is not null);

    private static ProgramFault? FindFault(Comparison comparison, ItemKind item, PromptLiterals origin)
    {
        if (comparison.Op == Operator.Semantic || comparison.Edge)
        {
            return Unclear("Conditions that need judgement, or that look at what changed, cannot be used: name a sender or words in the subject.");
        }

        if (item.Find(comparison.Field) is not { } field)
        {
            return Unclear($"\"{comparison.Field}\" is nothing that an {item.Name} has. It has: {string.Join(", ", item.Fields.Select(one => one.Label))}.");
        }

        if (!Fits(comparison, field))
        {
            return Unclear($"The {field.Label} cannot be compared like that.");
        }

        if (comparison.Value.Text is { } text && Fault(text, comparison, field) is { } fault)
        {
            return fault;
        }

        return origin.Said(comparison) ? null : Unclear($"\"{LiteralText.Of(comparison.Value)}\" was not in the prompt.");
    }

    private static bool Fits(Comparison comparison, ItemField field) => (comparison.Op, field.Kind) switch
    {
        (Operator.Exists, _) => comparison.Value.Flag is not null,
        (Operator.Equals, FieldKind.Flag) => comparison.Value.Flag is not null,
        (Operator.Equals or Operator.GreaterThan or Operator.LessThan, FieldKind.Number) => LiteralText.NumberOf(comparison.Value) is not null,
        (Operator.Equals or Operator.GreaterThan or Operator.LessThan, FieldKind.Time) =>
            comparison.Value.Text is { } time && LiteralText.TimeOf(time) is not null,
        (Operator.GreaterThan or Operator.LessThan, _) => false,
        (_, FieldKind.Flag or FieldKind.Number or FieldKind.Time) => false,
        _ => comparison.Value.Text is not null,
    };

    private static ProgramFault? Fault(string text, Comparison comparison, ItemField field)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLiteral || TextRules.HasControlCharacters(text))
        {
            return Unclear($"What the {field.Label} is compared with must be a text of 1 to {MaxLiteral} characters that can be shown.");
        }

        if (field.IsAddress && comparison.Op == Operator.Equals && !AddressText.IsAddress(text))
        {
            return Unclear($"\"{text}\" is not an email address. Write one like ana@example.com, or a domain like @example.com.");
        }

        return comparison.Op == Operator.Matches && !IsPattern(text) ? Unclear($"\"{text}\" is not a pattern that can be used.") : null;
    }

    private static bool IsPattern(string text)
    {
        try
        {
            return TextTest.PatternOf(text) is not null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static ProgramFault Unclear(string sentence) => new(RefusalCode.NeedsClarification, sentence);
}
