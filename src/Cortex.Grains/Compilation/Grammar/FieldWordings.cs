using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Compilation.Grammar;

/// <summary>The ways to say a comparison that hold for every provider.</summary>
internal static class FieldWordings
{
    /// <summary>What may stand between the item and one of its fields.</summary>
    public const string OfItem = "[and] [that|which|whose|where|when|with|having|has|if|in which] [the email's|the event's|the|its|their|a|an|'s]";

    public const string Changes =
        "(changes|change|has changed|have changed|is changed|are changed|gets changed|was changed|has been changed|is updated|gets updated|is modified|changing|is edited)";

    public const string ChangesTo =
        "(changes|change|has changed|is changed|gets changed|was changed|is updated|is set|gets set|moves|has been changed|has been set) [from any] to {value:state}";

    private const string Quotable = "[the word|the words|the text|the phrase|the string|the term|a word|the keyword]";

    /// <summary>Of texts and lists of texts, with the field's name, <c>{field}</c>, and the value, <c>{value}</c>.</summary>
    public static IReadOnlyList<Wording> OfTexts { get; } = [.. Verbal, .. Placed];

    /// <summary>Whether the wording begins with the field's name, so that it can also follow one that stands apart: "the location of the event contains …".</summary>
    public static bool FollowsItsField(Wording wording) => wording.Phrase.StartsWith($"{OfItem} {{field}}", StringComparison.Ordinal);

    /// <summary>Of numbers.</summary>
    public static IReadOnlyList<Wording> OfNumbers { get; } =
    [
        new($"{OfItem} {{field}} [is|are|of|being] (over|above|more than|greater than|larger than|bigger than|higher than|exceeding|exceeds|exceed|in excess of|>) {{value}}", Operator.GreaterThan),
        new($"{OfItem} {{field}} [is|are|of|being] (under|below|less than|smaller than|lower than|beneath|<) {{value}}", Operator.LessThan),
        new($"{OfItem} {{field}} [is|are|of|being] (at least|not less than|no less than|not under|not below) {{value}}", Operator.LessThan, Negated: true),
        new($"{OfItem} {{field}} [is|are|of|being] (at most|not more than|no more than|up to|not over|not above) {{value}}", Operator.GreaterThan, Negated: true),
        new($"{OfItem} {{field}} (is|equals|is exactly|of exactly|=) {{value}}", Operator.Equals),
        new($"[that|which] [is|are] [with|having|has] (more than|over) {{value}} {{field}}", Operator.GreaterThan),
        new($"[that|which] [is|are] [with|having|has] (fewer than|less than|under) {{value}} {{field}}", Operator.LessThan),
        new($"[that|which] [is|are] [with|having|has] (at least) {{value}} {{field}}", Operator.LessThan, Negated: true),
    ];

    /// <summary>Of times; the value is a day of the calendar.</summary>
    public static IReadOnlyList<Wording> OfTimes { get; } =
    [
        new($"{OfItem} {{field}} [is|are|of|being|falls] (before|earlier than|prior to) {{value}}", Operator.LessThan),
        new($"{OfItem} {{field}} [is|are|of|being|falls] (after|later than) {{value}}", Operator.GreaterThan),
    ];

    /// <summary>Of any field: whether there is something in it.</summary>
    public static IReadOnlyList<Wording> OfPresence { get; } =
    [
        new("[and] [that|which|it] (has no|have no|with no|without|without a|without an|without any|does not have a|doesn't have a|does not have an|doesn't have an|lacks a|lacks an) {field}", Operator.Exists, Negated: true),
        new("[and] [that|which|it] (has a|has an|have a|have an|with a|with an) {field}", Operator.Exists),
        new($"{OfItem} {{field}} (is empty|is missing|is blank|is not set|isn't set)", Operator.Exists, Negated: true),
    ];

    /// <summary>What must be read to be judged: how it is said, and the words that the condition keeps before the value.</summary>
    public static IReadOnlyList<(string Phrase, string Prefix)> Meanings { get; } =
    [
        ("[that|which] [is|are] about {value}", "about"),
        ("[that|which] (looks like|look like) [a|an] {value}", "looks like"),
        ("[that|which] (sounds like|sound like) [a|an] {value}", "sounds like"),
        ("[that|which] (asks for|ask for|asking for) [a|an] {value}", "asks for"),
        ("[that|which] (asks about|ask about|asking about) [a|an] {value}", "asks about"),
        ("[that|which] (requests|request|requesting) [a|an] {value}", "requests"),
        ("[that|which] (complains about|complain about|complaining about) [a|an|the] {value}", "complains about"),
        ("[that|which] (is|are) regarding {value}", "regarding"),
        ("regarding {value}", "regarding"),
    ];

    /// <summary>Without the field's name.</summary>
    public static IEnumerable<Wording> Of(ItemField field) => [.. Prepositional(field), .. field.Wordings];

    private static IEnumerable<Wording> Prepositional(ItemField field)
    {
        if (field.Prepositions.Count == 0)
        {
            yield break;
        }

        var prepositions = string.Join('|', field.Prepositions);
        const string It = "[that|which|and] [matches|matching] [it|it's|the email|the message] [is|are|was|were|comes|come]";
        yield return new Wording($"{It} ({prepositions}) [:] {{value}}", Operator.Equals);
        yield return new Wording(
            $"{It} (not|isn't|is not|aren't|are not|but not|except|other than|does not|don't|doesn't|do not|not coming|that don't|that doesn't) [come|originate|coming] ({prepositions}) {{value}}",
            Operator.Equals,
            Negated: true);
    }

    private static IEnumerable<Wording> Verbal =>
    [
        new($"{OfItem} {{field}} [that] (contains|containing|contain|includes|including|include|mentions|mentioning) {Quotable} {{value}} [in it|as a keyword]", Operator.Contains),
        new($"{OfItem} {{field}} [that] (has|having|with|says|matches|have) {Quotable} {{value:quoted}} [in it|as a keyword]", Operator.Contains),
        new($"{OfItem} {{field}} (does not contain|doesn't contain|not containing|does not include|doesn't include|does not have|doesn't have|not including) {Quotable} {{value}} [in it]", Operator.Contains, Negated: true),
        new($"{OfItem} {{field}} [that] (starts with|begins with|starting with|beginning with|start with|begin with) {Quotable} {{value}}", Operator.StartsWith),
        new($"{OfItem} {{field}} [that] (ends with|ending with|ends in|ending in|end with) {Quotable} {{value}}", Operator.EndsWith),
        new($"{OfItem} {{field}} [that] (is exactly|is equal to|equals|equal to|that is exactly|exactly|is|being|are|=) {Quotable} {{value}}", Operator.Equals),
        new($"{OfItem} {{field}} [that] (is not|isn't|not equal to|does not equal|doesn't equal|other than|is anything but) {Quotable} {{value}}", Operator.Equals, Negated: true),
        new($"{OfItem} {{field}} [:] {Quotable} {{value:quoted}}", Operator.Contains) { IsLoose = true },
    ];

    private static IEnumerable<Wording> Placed =>
    [
        new($"[that|which] (with|having|has|have|whose) [a|an|the] {{field}} [of|:|=] {Quotable} {{value}}", Operator.Contains) { IsLoose = true },
        new($"[that|which] [has|have|with|matches|matching] {{field}} : {{value}}", Operator.Contains) { IsLoose = true },
        new($"[that|which] (without|not having) [a|an|the] {{field}} [of|:] {{value}}", Operator.Contains, Negated: true),
        new($"[that|which] (don't|do not|doesn't|does not) (contain|have|include) [a|an|the] {{field}} [of|:] {{value:quoted}}", Operator.Contains, Negated: true),
        new($"[that|which] (contains|contain|containing|includes|include) [a|an|the] {{field}} [of|:] {{value:quoted}}", Operator.Contains),
        new($"[that|which] (with|has|have|having|containing|contains|contain|mentioning|mentions|mention) {Quotable} {{value}} (in|within|on) [the|its|their] {{field}}", Operator.Contains),
        new(
            $"[that|which] (without|not containing|does not contain|doesn't contain|do not contain|don't contain|with no) {Quotable} {{value}} (in|within) [the|its|their] {{field}}",
            Operator.Contains,
            Negated: true),
        new($"{Quotable} {{value:quoted}} (is|appears) (in|within) [the|its] {{field}}", Operator.Contains),
    ];
}
