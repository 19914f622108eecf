using System.Globalization;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation;

/// <summary>Texts with templates, said so that people who know no templates understand them.</summary>
internal sealed class TemplateWords(ItemKind? item, CortexCatalog catalog, IReadOnlyList<Step> steps, TemplateParser templates)
{
    /// <summary>A text: in quotes as it is, or, if it is nothing but fields, these: "the email's subject".</summary>
    public string Text(string text)
    {
        if (Template.IsPlain(text) || templates.Parse(text).Template is not { } template)
        {
            return $"\"{text}\"";
        }

        var literals = template.Parts.OfType<TemplatePart.Literal>();
        return literals.Any(part => part.Text.Any(character => !char.IsWhiteSpace(character)))
            ? $"\"{string.Concat(template.Parts.Select(part => part is TemplatePart.Literal literal ? literal.Text : $"[{Name(((TemplatePart.Tag)part).Path)}]"))}\""
            : ValueWords.Join([.. template.Tags.Select(tag => $"the {Name(tag.Path)}")]);
    }

    /// <summary>Whether a text is nothing but fields, and so is said without quotes.</summary>
    public bool IsFields(string text) => !Text(text).StartsWith('"');

    /// <summary>A name or an address: bare.</summary>
    public string Bare(string text) => IsFields(text) ? Text(text) : Text(text)[1..^1];

    /// <summary>The output of a step for which the tool is not at hand: "label of step 1".</summary>
    public static string Output(TemplatePath path) => $"the {Member(path)} of step {Number(path)}";

    private static string Member(TemplatePath path) => path.Rest.Count > 2 ? path.Rest[^1].Replace('_', ' ') : "output";

    private static string Number(TemplatePath path) => ((path.StepIndex ?? 0) + 1).ToString(CultureInfo.InvariantCulture);

    private string Name(TemplatePath path)
    {
        if (path.Root == TemplatePath.Steps)
        {
            return $"{OutputLabel(path)} of step {Number(path)}";
        }

        var label = item?.Find(path.Root)?.Label ?? path.Root;
        return item is null || label.Contains("'s ", StringComparison.Ordinal) ? label : $"{item.Name}'s {label}";
    }

    private string OutputLabel(TemplatePath path)
    {
        var outputs = path.StepIndex is { } index && index < steps.Count ? catalog.FindTool(steps[index].Tool)?.Outputs : null;
        return path.Rest.Count == 3 && outputs?.FirstOrDefault(output => output.Name == path.Rest[2]) is { } known
            ? known.Label
            : path.Rest.Count > 3 && path.StepIndex is { } step && step < steps.Count && RecordFields.KindOf(steps[step], catalog)?.Find(path.Rest[^1]) is { } field
                ? field.Label
                : Member(path);
    }
}
