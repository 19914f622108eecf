using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>
/// The words of one comparison, behind a noun (<c>from ana@example.com</c>, <c>whose subject is "Hi"</c>) or as a sentence (<c>its subject is "Hi"</c>). They depend on the field, the operator and
/// the form of the value, and on the value itself only where it is one of a few, so that all phrases there are can be listed and read by.
/// </summary>
/// <param name="item">What the trigger brings; null for one that the catalog does not know.</param>
internal sealed class ConditionPhrases(ItemKind? item)
{
    /// <summary>The phrase for a comparison of a field of the item.</summary>
    public ConditionPhrase Of(Comparison comparison, bool isNegated, bool isSentence)
    {
        var field = item?.Find(comparison.Field);
        return comparison switch
        {
            { Op: Operator.Semantic } => Judged(comparison, field, isNegated, isSentence),
            { Op: Operator.Contains, Value.Text: { } changed } when field?.Name == ItemFieldNames.Changed => Changed(changed, isNegated, isSentence),
            { Value.Flag: { } yes } when field?.FlagWords is { } flag => Flag(comparison, flag, yes, isNegated, isSentence),
            { Edge: false } when field?.PartOf?.Parts is { } parts => Clock(comparison, field, parts, isNegated, isSentence),
            { Op: Operator.Exists, Edge: false } => Presence(comparison, field, isNegated, isSentence),
            { Op: Operator.Contains } when field?.ElementName is { } name => Element(comparison, field, name, isNegated, isSentence),
            { Edge: false } when !isSentence && Clause(comparison, field, isNegated) is { } clause => clause,
            _ => General(comparison, field, isNegated, isSentence),
        };
    }

    /// <summary>The phrase for a comparison of what an earlier step left behind.</summary>
    /// <param name="output">The output in words.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="isNegated">Whether its contrary is meant.</param>
    public static ConditionPhrase OfOutput(string output, Comparison comparison, bool isNegated)
    {
        var form = FormOf(comparison, field: null);
        var kind = form switch { ValueForm.Number => FieldKind.Number, ValueForm.Moment => FieldKind.Time, _ => FieldKind.Text };
        return comparison switch
        {
            { Op: Operator.Exists } => new($"there is {(isNegated == comparison.Value.Flag is true ? "nothing" : "something")} in {output}", ValueForm.Said),
            { Value.Flag: { } flag } => new($"{output} is {(isNegated ? "not " : "")}{(flag ? "true" : "false")}", ValueForm.Said),
            _ => new($"{output} {Verb(comparison, kind, isNegated)} ", form),
        };
    }

    public static ValueForm FormOf(Comparison comparison, ItemField? field) => (comparison.Value, comparison.Op) switch
    {
        ({ Flag: not null }, _) => ValueForm.Said,
        ({ Number: not null }, _) => ValueForm.Number,
        ({ Text: { } text }, _) when (field is null ? comparison.Op is Operator.GreaterThan or Operator.LessThan : field.Kind == FieldKind.Time) && IsoTime.TryParse(text) is not null => ValueForm.Moment,
        ({ Text: not null }, _) when field?.Kind == FieldKind.TimeOfDay => ValueForm.Clock,
        ({ Text: { } text }, Operator.Equals) when field is { IsAddress: true } && AddressText.IsAddress(text) => ValueForm.Address,
        ({ Text: ['@', .. var domain] }, Operator.EndsWith) when field is { IsAddress: true } && AddressText.IsDomain(domain) => ValueForm.Domain,
        _ => ValueForm.Quoted,
    };

    private ConditionPhrase Judged(Comparison comparison, ItemField? field, bool isNegated, bool isSentence)
    {
        var to = isNegated ? "not to match " : "to match ";
        var part = field?.Label ?? (comparison.Field == ItemFieldNames.Item || item is null ? null : comparison.Field);
        var judged = (part, isSentence) switch
        {
            (null, true) => "AI judges it ",
            (null, false) => "that AI judges ",
            (_, true) => $"AI judges its {part} ",
            _ => $"whose {part} AI judges ",
        };
        return new(judged + to, ValueForm.Quoted);
    }

    private ConditionPhrase Changed(string name, bool isNegated, bool isSentence)
    {
        var label = item?.Find(name)?.Label ?? name;
        return new(isSentence ? $"its {label} {(isNegated ? "has not changed" : "has changed")}" : $"{(isNegated ? "without" : "with")} a change to its {label}", ValueForm.Said);
    }

    private static ConditionPhrase Flag(Comparison comparison, FlagWords words, bool yes, bool isNegated, bool isSentence)
    {
        if (comparison.Edge)
        {
            var has = $"it is {(isNegated ? "not " : "")}new that it {(yes ? words.Is : words.IsNot)}";
            return new(isSentence ? has : $"for which {has}", ValueForm.Said);
        }

        var holds = yes != isNegated;
        return new(isSentence ? $"it {(holds ? words.Is : words.IsNot)}" : holds ? words.With : words.Without, ValueForm.Said);
    }

    private static ConditionPhrase Presence(Comparison comparison, ItemField? field, bool isNegated, bool isSentence)
    {
        var label = field?.Label ?? comparison.Field;
        var isThere = comparison.Value.Flag is true != isNegated;
        var one = field is { IsList: true } ? $"any {label}" : Nouns.One(label);
        return new((isSentence, isThere) switch { (true, true) => $"it has {one}", (true, false) => $"it has no {label}", (false, true) => $"that has {one}", _ => $"without {one}" }, ValueForm.Said);
    }

    /// <summary>"on a Saturday", "after 18:00".</summary>
    private static ConditionPhrase Clock(Comparison comparison, ItemField field, TimeParts parts, bool isNegated, bool isSentence)
    {
        var before = isSentence ? $"{(isNegated ? ConditionClauses.NotTrue : "")}it {parts.Verbs[0]} " : $"{(isNegated ? "not " : "")}{parts.Clause}";
        return (field.Kind, comparison.Op) switch
        {
            (FieldKind.Weekday, _) => new($"{before}on a {comparison.Value.Text}", ValueForm.Said),
            (_, Operator.GreaterThan) => new($"{before}after ", ValueForm.Clock),
            (_, Operator.LessThan) => new($"{before}before ", ValueForm.Clock),
            _ => new($"{before}at ", ValueForm.Clock),
        };
    }

    /// <summary>A name in a list: "that has the label "Bills"", "marked as important"; just put there: "as "Bills"".</summary>
    private static ConditionPhrase Element(Comparison comparison, ItemField field, string name, bool isNegated, bool isSentence)
    {
        var known = ValueWords.Known(comparison.Value.Text ?? "", field);
        var not = isNegated ? "not " : "";
        if (comparison.Edge)
        {
            var added = isSentence ? $"it has {not}just been labeled " : $"{not}as ";
            return known is null ? new(added, ValueForm.Quoted) : new(added + known, ValueForm.Said);
        }

        return known is not null ? new($"{(isSentence ? "it is " : "")}{not}marked as {known}", ValueForm.Said)
            : new($"{(isSentence ? "it" : "that")} {(isNegated ? "does not have" : "has")} the {name} ", ValueForm.Quoted);
    }

    /// <summary>What reads better behind a noun than "whose … is".</summary>
    private ConditionPhrase? Clause(Comparison comparison, ItemField? field, bool isNegated)
    {
        var form = FormOf(comparison, field);
        var not = isNegated ? "not " : "";
        var preposition = field is { IsAddress: true, Prepositions: [var first, ..] } ? first : null;
        return (comparison.Op, form) switch
        {
            (Operator.Equals, ValueForm.Address) when preposition is not null => new($"{not}{preposition} ", form),
            (Operator.EndsWith, ValueForm.Domain) when preposition is not null && !IsOfRecord(preposition) => new($"{not}{preposition} any address at ", form),
            (Operator.Contains, ValueForm.Quoted) when preposition is not null && !IsOfRecord(preposition) => new($"{not}{preposition} anyone with ", form, " in the name or address"),
            (Operator.Contains, ValueForm.Quoted) when field is { Kind: FieldKind.Text } && item?.SaysWhose != true => new($"{(isNegated ? "without" : "with")} ", form, $" in the {field.Label}"),
            _ => null,
        };
    }

    /// <summary>"With the email" takes an address and no words about one.</summary>
    private static bool IsOfRecord(string preposition) => preposition.StartsWith("with ", StringComparison.Ordinal);

    private static ConditionPhrase General(Comparison comparison, ItemField? field, bool isNegated, bool isSentence)
    {
        var subject = $"{(isSentence ? "its" : "whose")} {field?.Label ?? comparison.Field}";
        if (comparison.Op == Operator.Exists)
        {
            return new($"{subject} {Has(field, isNegated)} just been {(comparison.Value.Flag is true ? "filled in" : "emptied")}", ValueForm.Said);
        }

        if (FormOf(comparison, field) == ValueForm.Domain && !comparison.Edge)
        {
            var at = field is { IsList: true } ? $"include {(isNegated ? "no" : "an")} address at " : $"is {(isNegated ? "not " : "")}at ";
            return new($"{subject} {at}", ValueForm.Domain);
        }

        var form = FormOf(comparison, field) is var one && one == ValueForm.Domain ? ValueForm.Quoted : one;
        var said = field is { IsList: true } ? ListVerb(comparison, field, isNegated) : comparison.Edge ? $"{Has(field, isNegated)} just {EdgeVerb(comparison, field?.Kind)}" : Verb(comparison, field?.Kind, isNegated);
        return comparison.Value.Flag is { } flag ? new($"{subject} {said} {(flag ? "true" : "false")}", ValueForm.Said) : new($"{subject} {said} ", form);
    }

    private static string Has(ItemField? field, bool isNegated) => $"{(field is { IsList: true } ? "have" : "has")}{(isNegated ? " not" : "")}";

    private static string ListVerb(Comparison comparison, ItemField field, bool isNegated)
    {
        var isWhole = comparison.Op == Operator.Equals || (comparison.Op == Operator.Contains && field.ElementsAreNames);
        var what = isWhole ? "" : $" {(isNegated && !comparison.Edge ? "none" : "one")} that {Verb(comparison, FieldKind.Text, isNegated: false)}";
        return comparison.Edge ? $"{Has(field, isNegated)} just come to include{what}" : $"{(isWhole && isNegated ? "do not include" : "include")}{what}";
    }

    private static string EdgeVerb(Comparison comparison, FieldKind? kind) => (comparison.Op, kind) switch
    {
        (Operator.Equals, _) => "become",
        (Operator.Contains, _) => "come to contain",
        (Operator.StartsWith, _) => "come to start with",
        (Operator.EndsWith, _) => "come to end with",
        (Operator.Matches, _) => "come to match the pattern",
        (Operator.GreaterThan, FieldKind.Time or FieldKind.TimeOfDay) => "come to be after",
        (Operator.GreaterThan, _) => "risen above",
        (_, FieldKind.Time or FieldKind.TimeOfDay) => "come to be before",
        _ => "fallen below",
    };

    private static string Verb(Comparison comparison, FieldKind? kind, bool isNegated) => (comparison.Op, kind, isNegated) switch
    {
        (Operator.Equals, _, false) => "is",
        (Operator.Equals, _, true) => "is not",
        (Operator.Contains, _, false) => "contains",
        (Operator.Contains, _, true) => "does not contain",
        (Operator.StartsWith, _, false) => "starts with",
        (Operator.StartsWith, _, true) => "does not start with",
        (Operator.EndsWith, _, false) => "ends with",
        (Operator.EndsWith, _, true) => "does not end with",
        (Operator.Matches, _, false) => "matches the pattern",
        (Operator.Matches, _, true) => "does not match the pattern",
        (Operator.GreaterThan, FieldKind.Time, false) => "is after",
        (Operator.GreaterThan, FieldKind.Time, true) => "is not after",
        (Operator.GreaterThan, _, false) => "is more than",
        (Operator.GreaterThan, _, true) => "is at most",
        (Operator.LessThan, FieldKind.Time, false) => "is before",
        (Operator.LessThan, FieldKind.Time, true) => "is not before",
        (Operator.LessThan, _, false) => "is less than",
        (Operator.LessThan, _, true) => "is at least",
        (_, _, false) => "matches",
        _ => "does not match",
    };
}
