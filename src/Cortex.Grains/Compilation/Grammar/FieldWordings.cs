using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>The ways to say a comparison that hold for every provider.</summary>
internal static class FieldWordings
{
    private const string Lead = "[and] [that|which|whose|where|with|having|has|if] [the email's|the|its|a|an]";
    private const string Quotable = "[the word|the words|the text|the phrase|the string]";

    /// <summary>With the field's name, <c>{field}</c>, and the value, <c>{value}</c>.</summary>
    public static IReadOnlyList<Wording> General { get; } = [.. Verbal, .. Placed];

    /// <summary>Without the field's name.</summary>
    public static IEnumerable<Wording> Of(ItemField field) => [.. Prepositional(field), .. field.Wordings];

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

    private static IEnumerable<Wording> Verbal =>
    [
        new($"{Lead} {{field}} (contains|containing|that contains|includes|including|has|having|mentions|mentioning|with) {Quotable} {{value}}", Operator.Contains),
        new($"{Lead} {{field}} (does not contain|doesn't contain|not containing|does not include|doesn't include) {Quotable} {{value}}", Operator.Contains, Negated: true),
        new($"{Lead} {{field}} (starts with|begins with|starting with|beginning with|that starts with|that begins with) {Quotable} {{value}}", Operator.StartsWith),
        new($"{Lead} {{field}} (ends with|ending with|ends in|ending in|that ends with) {Quotable} {{value}}", Operator.EndsWith),
        new($"{Lead} {{field}} (is exactly|is equal to|equals|equal to|that is exactly|exactly|is|being) {Quotable} {{value}}", Operator.Equals),
        new($"{Lead} {{field}} (is not|isn't|not equal to|does not equal|doesn't equal) {Quotable} {{value}}", Operator.Equals, Negated: true),
    ];

    private static IEnumerable<Wording> Placed =>
    [
        new($"[that|which] (with|having|has|have|whose) [a|an|the] {{field}} [of|:|=] {{value}}", Operator.Contains),
        new($"[that|which] (without|not having) [a|an|the] {{field}} [of|:] {{value}}", Operator.Contains, Negated: true),
        new($"[that|which] (with|has|have|having|containing|contains|contain|mentioning|mentions|mention) {Quotable} {{value}} (in|within) [the|its] {{field}}", Operator.Contains),
        new(
            $"[that|which] (without|not containing|does not contain|doesn't contain|do not contain|don't contain|with no) {Quotable} {{value}} (in|within) [the|its] {{field}}",
            Operator.Contains,
            Negated: true),
        new($"{Quotable} {{value:quoted}} (is|appears) (in|within) [the|its] {{field}}", Operator.Contains),
    ];
}
