using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>The ways to say a comparison that follow from a field's kind and names, whatever the provider.</summary>
internal static class FieldWordings
{
    private const string Lead = "[and] [that|which|whose|where|with|having|has|if] [the email's|the|its|a|an]";
    private const string Quotable = "[the word|the words|the text|the phrase|the string]";

    public static IEnumerable<Wording> Of(ItemField field) => field.Kind switch
    {
        FieldKind.Text or FieldKind.Address or FieldKind.AddressList or FieldKind.TextList =>
            [.. Prepositional(field), .. Verbal(Nouns(field)), .. Placed(Nouns(field)), .. field.Wordings],
        _ => field.Wordings,
    };

    private static string Nouns(ItemField field) => $"({string.Join('|', [field.Label.ToLowerInvariant(), .. field.Synonyms])})";

    private static IEnumerable<Wording> Prepositional(ItemField field)
    {
        if (field.Prepositions.Count == 0)
        {
            yield break;
        }

        var prepositions = string.Join('|', field.Prepositions);
        const string It = "[that|which|and] [it|it's|the email|the message] [is|are|was|were|comes|come]";
        yield return new Wording($"{It} ({prepositions}) {{value}}", Operator.Equals);
        yield return new Wording($"{It} (not|isn't|is not|aren't|but not|except|other than) ({prepositions}) {{value}}", Operator.Equals, Negated: true);
    }

    private static IEnumerable<Wording> Verbal(string nouns) =>
    [
        new($"{Lead} {nouns} (contains|containing|that contains|includes|including|has|having|mentions|mentioning|with) {Quotable} {{value}}", Operator.Contains),
        new($"{Lead} {nouns} (does not contain|doesn't contain|not containing|does not include|doesn't include) {Quotable} {{value}}", Operator.Contains, Negated: true),
        new($"{Lead} {nouns} (starts with|begins with|starting with|beginning with|that starts with|that begins with) {Quotable} {{value}}", Operator.StartsWith),
        new($"{Lead} {nouns} (ends with|ending with|ends in|ending in|that ends with) {Quotable} {{value}}", Operator.EndsWith),
        new($"{Lead} {nouns} (is exactly|is equal to|equals|equal to|that is exactly|exactly|is|being) {Quotable} {{value}}", Operator.Equals),
        new($"{Lead} {nouns} (is not|isn't|not equal to|does not equal|doesn't equal) {Quotable} {{value}}", Operator.Equals, Negated: true),
    ];

    private static IEnumerable<Wording> Placed(string nouns) =>
    [
        new($"[that|which] (with|having|has|have|whose) [a|an|the] {nouns} [of|:|=] {{value}}", Operator.Contains),
        new($"[that|which] (without|not having) [a|an|the] {nouns} [of|:] {{value}}", Operator.Contains, Negated: true),
        new($"[that|which] (with|has|have|having|containing|contains|contain|mentioning|mentions|mention) {Quotable} {{value}} (in|within) [the|its] {nouns}", Operator.Contains),
        new(
            $"[that|which] (without|not containing|does not contain|doesn't contain|do not contain|don't contain|with no) {Quotable} {{value}} (in|within) [the|its] {nouns}",
            Operator.Contains,
            Negated: true),
        new($"{Quotable} {{value:quoted}} (is|appears) (in|within) [the|its] {nouns}", Operator.Contains),
    ];
}
