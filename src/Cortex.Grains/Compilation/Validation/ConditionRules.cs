using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Validation;

/// <summary>What a condition must be like: something that the item or an earlier step has, an operator that fits it, a literal that was said.</summary>
internal static class ConditionRules
{
    public static IEnumerable<ProgramFault> FindFaults(Condition condition, ValidationScope scope) =>
        ConditionSize.Leaves(condition).Select(leaf => FindFault(leaf, scope)).OfType<ProgramFault>();

    private static ProgramFault? FindFault(Comparison comparison, ValidationScope scope)
    {
        if (comparison.Op == Operator.Semantic)
        {
            return Semantic(comparison, scope);
        }

        if (StepPath.TryParse(comparison.Field) is { } path)
        {
            return StepOutputs.FindFault(path, scope) ?? Output(comparison, path.StepIndex!.Value, scope);
        }

        if (scope.Item.Find(comparison.Field) is not { } field)
        {
            return scope.Unclear(
                $"{Nouns.OneAtStart(scope.Item.Label)} has no field \"{comparison.Field}\". The nearest are {NearNames.Of(comparison.Field, scope.Item.Fields.Select(one => one.Name))}.",
                comparison.Field);
        }

        return Edge(comparison, field, scope)
            ?? (Fits(comparison, field) ? null : scope.Unclear($"The {field.Label} cannot be compared like that. {Instead(field)}", comparison.Value.Text))
            ?? (comparison.Value.Text is { } text ? Text(text, comparison, field, scope) : null)
            ?? (Grounding.Said(comparison, field, scope)
                ? null
                : ValidationScope.Invented(LiteralText.Of(comparison.Value), $"Say in full what the {field.Label} is to be compared with."));
    }

    private static ProgramFault? Edge(Comparison comparison, ItemField field, ValidationScope scope)
    {
        if (field.Name == ItemFieldNames.Changed)
        {
            return !scope.Trigger.IsChange || comparison.Edge
                ? scope.Unclear($"This event does not report what changed. Start with \"when … changes\" instead.")
                : null;
        }

        return comparison.Edge && (!(scope.Trigger.IsChange || scope.Trigger.AddsTo == field.Name) || scope.Step is not null)
            ? scope.Unclear($"This event does not report a change of the {field.Label}. Start with \"when … changes\" or \"when … becomes\".")
            : null;
    }

    private static bool Fits(Comparison comparison, ItemField field) => (comparison.Op, field.Kind) switch
    {
        (Operator.Equals, FieldKind.Weekday) => comparison.Value.Text is { } day && TimeParts.Weekdays.Contains(day),
        (Operator.Equals or Operator.GreaterThan or Operator.LessThan, FieldKind.TimeOfDay) => comparison.Value.Text is { } clock && ClockText.TryParse(clock) is not null,
        (_, FieldKind.Weekday or FieldKind.TimeOfDay) => false,
        (Operator.Exists, _) => comparison.Value.Flag is not null,
        (Operator.Equals, FieldKind.Flag) => comparison.Value.Flag is not null,
        (Operator.Equals or Operator.GreaterThan or Operator.LessThan, FieldKind.Number) => LiteralText.NumberOf(comparison.Value) is not null,
        (Operator.Equals or Operator.GreaterThan or Operator.LessThan, FieldKind.Time) => comparison.Value.Text is { } time && IsoTime.TryParse(time) is not null,
        (Operator.GreaterThan or Operator.LessThan, _) => false,
        (_, FieldKind.Flag or FieldKind.Number or FieldKind.Time) => false,
        _ => comparison.Value.Text is not null,
    };

    private static string Instead(ItemField field) => field.Kind switch
    {
        FieldKind.Number => $"Give a number, like {field.Example}.",
        FieldKind.Time => "Give a day with its year, like 2026-03-31.",
        FieldKind.Weekday => "Say which day of the week, like Monday.",
        FieldKind.TimeOfDay => "Say after or before which time of day, like 18:00.",
        FieldKind.Flag => "Say whether it is there or not.",
        _ => "Say what it is, contains, starts or ends with.",
    };

    private static ProgramFault? Text(string text, Comparison comparison, ItemField field, ValidationScope scope)
    {
        if (Plain(text, field.Label, ValidationLimits.MaxLiteral, scope) is { } fault)
        {
            return fault;
        }

        if (field.Name == ItemFieldNames.Changed)
        {
            return scope.Item.Find(text) is not { PartOf: null } || comparison.Op is not (Operator.Contains or Operator.Equals)
                ? scope.Unclear(
                    $"{Nouns.OneAtStart(scope.Item.Label)} has no field \"{ValidationScope.Short(text)}\". The nearest are {NearNames.Of(text, scope.Item.Fields.Select(one => one.Name))}.",
                    text)
                : null;
        }

        if (field.IsAddress && comparison.Op == Operator.Equals && !AddressText.IsAddress(text))
        {
            return scope.Unclear($"\"{ValidationScope.Short(text)}\" is not an email address. Write one like ana@example.com, or a domain like @example.com.", text);
        }

        return comparison.Op == Operator.Matches && !IsPattern(text)
            ? scope.Unclear($"\"{ValidationScope.Short(text)}\" is not a pattern that can be used. Say what the {field.Label} contains, starts or ends with.", text)
            : null;
    }

    private static ProgramFault? Plain(string text, string label, int max, ValidationScope scope) =>
        string.IsNullOrWhiteSpace(text) || text.Length > max || TextRules.HasControlCharacters(text)
            ? scope.Unclear($"What the {label} is compared with must be a text of 1 to {max} characters that can be shown.", text)
            : null;

    private static ProgramFault? Semantic(Comparison comparison, ValidationScope scope)
    {
        var field = scope.Item.Find(comparison.Field);
        if (comparison.Field is not (ItemFieldNames.Item or ItemFieldNames.Content) && field is not { Kind: FieldKind.Text })
        {
            return scope.Unclear($"Only texts can be judged. Use \"{ItemFieldNames.Item}\" for the {scope.Item.Label} as a whole.");
        }

        if (comparison.Edge || comparison.Value.Text is not { } text)
        {
            return scope.Unclear($"A condition in words is a text about the {scope.Item.Label}, such as \"asks for a refund\".");
        }

        if (text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal))
        {
            return scope.Unclear("A condition in words cannot hold fields such as {{ subject }}: say it without them.", text);
        }

        return Plain(text, field?.Label ?? scope.Item.Label, ValidationLimits.MaxSemantic, scope) ?? Paraphrase.FindFault(text, scope.Origin);
    }

    /// <summary>A step's output has no kind of its own, so its literal says how it is compared.</summary>
    private static ProgramFault? Output(Comparison comparison, int step, ValidationScope scope)
    {
        var fits = comparison.Op switch
        {
            Operator.Exists => comparison.Value.Flag is not null,
            Operator.GreaterThan or Operator.LessThan =>
                LiteralText.NumberOf(comparison.Value) is not null || (comparison.Value.Text is { } time && IsoTime.TryParse(time) is not null),
            Operator.Equals => true,
            _ => comparison.Value.Text is not null,
        };
        if (!fits || comparison.Edge)
        {
            return scope.Unclear("The result of an earlier step cannot be compared like that. Say what it is or contains.", comparison.Value.Text);
        }

        if (comparison.Value.Text is not { } text)
        {
            return comparison.Value.Number is { } number && number is not (0 or 1) && !scope.Origin.SaidNumber(number)
                ? ValidationScope.Invented(LiteralText.Of(comparison.Value), "Say the number that the result is to be compared with.")
                : null;
        }

        if (Plain(text, "result", ValidationLimits.MaxLiteral, scope) is { } fault)
        {
            return fault;
        }

        if (comparison.Op == Operator.Matches && !IsPattern(text))
        {
            return scope.Unclear($"\"{ValidationScope.Short(text)}\" is not a pattern that can be used. Say what the result is or contains.", text);
        }

        return Grounding.SaidValue(text, field: null, scope.Origin) || StepOutputs.Entries(scope.Steps[step]).Contains(text, StringComparer.OrdinalIgnoreCase)
            ? null
            : ValidationScope.Invented(text, "Say what the result is to be compared with.");
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
}
