using Cortex.Catalog;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.Validation;

/// <summary>What moments and lengths of time must be like.</summary>
internal sealed class TimeRules(TemplateParser templates)
{
    public ProgramFault? FindFault(string label, string text, ValidationScope scope)
    {
        if (!Template.IsPlain(text))
        {
            return IsTimeField(text, scope)
                ? null
                : scope.Unclear(
                    $"The {label} cannot be put together of pieces. Use one field that holds a time, like {{{{ {TimeField(scope.Item)} }}}}, or say it in words.",
                    text);
        }

        if (IsoTime.TryParse(text) is { } moment)
        {
            return scope.Origin.SaidMoment(moment) ? null : ValidationScope.Invented(text, "Say the day with its year, and the time of day.");
        }

        if (RelativeTime.TryParse(text) is not { } relative)
        {
            return scope.Unclear(
                $"Cortex does not understand the time \"{ValidationScope.Short(text)}\". Write a day like 2026-03-31, or \"tomorrow 09:00\", \"next friday\", \"+3 days\".",
                text);
        }

        return scope.Origin.SaidRelative(relative) ? null : ValidationScope.Invented(text, $"Say the {label}: a day, or how long from then.");
    }

    public static ProgramFault? Duration(InputSite site, string text)
    {
        if (DurationText.TryParse(text) is not { } duration || duration <= TimeSpan.Zero)
        {
            return site.Scope.Unclear($"\"{ValidationScope.Short(text)}\" is not a duration. Write a number and a unit, like 30 minutes, 48 hours or 7 days.", text);
        }

        if (duration > TimeSpan.FromDays(ValidationLimits.MaxWaitDays))
        {
            return site.Scope.Unclear($"{ValidationScope.Short(text)} is too long: the longest is {ValidationLimits.MaxWaitDays} days.", text);
        }

        return site.Scope.Origin.SaidDuration(duration) ? null : ValidationScope.Invented(text, "Say how long: a number and a unit.");
    }

    private bool IsTimeField(string text, ValidationScope scope) =>
        templates.Parse(text).Template?.OnlyTag is { Filters.Count: 0, Path: var path }
        && (path.Root == TemplatePath.Steps || (path.Rest.Count == 0 && scope.Item.Find(path.Root) is { Kind: FieldKind.Time }));

    private static string TimeField(ItemKind item) => item.Fields.FirstOrDefault(field => field.Kind == FieldKind.Time)?.Name ?? "date";
}
