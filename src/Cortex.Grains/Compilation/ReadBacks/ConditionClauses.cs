using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>
/// Conditions in plain words: as they follow a noun (<c>from ana@example.com and with "invoice" in the subject</c>), and as they follow "if" (<c>its subject contains "invoice"</c>).
/// Groups within groups stand in brackets. Takes conditions in their canonical form.
/// </summary>
/// <param name="item">What the trigger brings; null for one that the catalog does not know.</param>
/// <param name="paths">The words for what earlier steps leave behind.</param>
internal sealed class ConditionClauses(ItemKind? item, PathWords paths)
{
    public const string And = " and ";
    public const string Or = " or ";
    public const string Not = "not (";

    /// <summary>A condition that never holds.</summary>
    public const string Never = "never";

    /// <summary>A yes or no that an earlier step gives is said as a sentence of its own.</summary>
    public const string NotTrue = "it is not true that ";

    private readonly ConditionPhrases _phrases = new(item);

    /// <summary>The clause after a noun; empty for a condition that always holds.</summary>
    public string Clause(Condition condition) => Say(condition, isSentence: false);

    /// <summary>The sentence after "if".</summary>
    public string Sentence(Condition condition) => Say(condition, isSentence: true);

    private string Say(Condition condition, bool isSentence) => condition switch
    {
        AllOf { Parts: [var only] } => Say(only, isSentence),
        AllOf all => string.Join(And, all.Parts.Select(part => Part(part, isSentence))),
        AnyOf any => string.Join(Or, any.Parts.Select(part => Part(part, isSentence))),
        NotOf { Part: Comparison comparison } => Say(comparison, isNegated: true, isSentence),
        NotOf { Part: AllOf { Parts: [] } } => Never,
        NotOf not => $"{Not}{Say(not.Part, isSentence)})",
        Comparison comparison => Say(comparison, isNegated: false, isSentence),
        _ => "",
    };

    private string Part(Condition part, bool isSentence) =>
        part is AllOf { Parts.Count: > 1 } or AnyOf { Parts.Count: > 1 } ? $"({Say(part, isSentence)})" : Say(part, isSentence);

    private string Say(Comparison comparison, bool isNegated, bool isSentence)
    {
        if (StepPath.TryParse(comparison.Field) is not { } path)
        {
            return Say(_phrases.Of(comparison, isNegated, isSentence), comparison);
        }

        var output = paths.Of(path) ?? path.ToString();
        return WhetherFound.Of(output, comparison) is { } found
            ? isNegated ? NotTrue + found : found
            : Say(ConditionPhrases.OfOutput(output, comparison, isNegated), comparison);
    }

    private static string Say(ConditionPhrase phrase, Comparison comparison) => phrase.Before + Value(phrase.Form, comparison.Value) + phrase.After;

    private static string Value(ValueForm form, Literal value) => (form, value) switch
    {
        (ValueForm.Said, _) => "",
        (ValueForm.Number, { Number: { } number }) => ValueWords.Number(number),
        (ValueForm.Moment, { Text: { } text }) => Moments.Thing(text)!,
        (ValueForm.Address or ValueForm.Clock, { Text: { } text }) => text,
        (ValueForm.Domain, { Text: { } text }) => text[1..],
        _ => Quotation.Of(LiteralText.Of(value)),
    };
}
