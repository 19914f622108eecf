using System.Text.Json;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.Validation;

/// <summary>Lists of short texts: what to extract, the kinds to tell apart.</summary>
internal static class ListRules
{
    /// <summary>The input that lists kinds rather than values.</summary>
    private const string Kinds = "labels";

    public static IEnumerable<ProgramFault> FindFaults(InputSite site, JsonElement list)
    {
        if (list.GetArrayLength() is 0 or > ValidationLimits.MaxEntries)
        {
            yield return site.Scope.Unclear($"Say {site.Input.Question ?? site.Label}: 1 to {ValidationLimits.MaxEntries} of them.");
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var element in list.EnumerateArray())
        {
            var entry = element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
            if (string.IsNullOrWhiteSpace(entry) || entry.Length > ValidationLimits.MaxEntry || entry.AsSpan().ContainsAny('\r', '\n')
                || TextRules.HasControlCharacters(entry) || !Template.IsPlain(entry))
            {
                yield return site.Scope.Unclear($"Each of the {site.Label} must be one line of 1 to {ValidationLimits.MaxEntry} characters.", entry);
            }
            else if (!seen.Add(StepOutputs.MemberName(entry)))
            {
                yield return site.Scope.Unclear($"\"{entry}\" is twice among the {site.Label}: name it once.", entry);
            }
            else if (!Grounding.SaidEntry(entry, site.Label == Kinds, site.Scope.Origin))
            {
                yield return ValidationScope.Invented(entry, $"Name each of the {site.Label}.");
            }
        }

        if (site.Label == Kinds && list.GetArrayLength() == 1)
        {
            yield return site.Scope.Unclear("To tell kinds apart there must be two at least: name them all.");
        }
    }
}
