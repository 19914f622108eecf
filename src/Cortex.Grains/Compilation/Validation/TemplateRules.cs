using Cortex.Catalog;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.Validation;

/// <summary>What templates in an input must be like: where they may be, naming what exists, with nothing between them that nobody said.</summary>
internal sealed class TemplateRules(TemplateParser templates)
{
    /// <summary>Words that join fields and say nothing of their own, so that "Re: {{ subject }}" and "email from {{ from }}" need not be dictated.</summary>
    private static readonly string[] Glue =
        ["re", "fwd", "fw", "new", "from", "to", "by", "at", "on", "in", "of", "for", "and", "is", "the", "a", "an", "about", "with"];

    public ProgramFault? FindFault(InputSite site, string text) => FindFault(text, site.Label, site.Input.Templated, site.Scope);

    public ProgramFault? FindFault(string text, string label, bool allowed, ValidationScope scope)
    {
        if (Template.IsPlain(text))
        {
            return null;
        }

        if (!allowed)
        {
            return scope.Unclear($"The {label} cannot hold fields such as {{{{ subject }}}}: write it out.", text);
        }

        var parsed = templates.Parse(text);
        return parsed.Template is { } template
            ? template.Paths.Select(path => Path(path, scope)).FirstOrDefault(fault => fault is not null)
            : scope.Unclear(parsed.Failure!, text);
    }

    /// <summary>Whether a text that has passed was said: as a whole, or what stands between its fields; fields are no literals.</summary>
    public ProgramFault? Grounded(InputSite site, string text)
    {
        var origin = site.Scope.Origin;
        if (Template.IsPlain(text))
        {
            return origin.Said(text) ? null : ValidationScope.Invented(text, $"Say {site.Input.Question ?? $"the {site.Label}"} in full.");
        }

        var template = templates.Parse(text).Template!;
        var arguments = template.Tags.SelectMany(tag => tag.Filters).SelectMany(filter => filter.LiteralTexts).Where(argument => argument.Any(char.IsLetter));
        return template.Parts.OfType<TemplatePart.Literal>().Select(part => part.Text).Where(literal => !IsGlue(literal, template, site.Scope)).Concat(arguments)
            .Where(literal => literal.Any(char.IsLetterOrDigit) && !origin.Said(literal))
            .Select(literal => ValidationScope.Invented(literal.Trim(), $"Say {site.Input.Question ?? $"the {site.Label}"} in full."))
            .FirstOrDefault();
    }

    private static ProgramFault? Path(TemplatePath path, ValidationScope scope)
    {
        if (path.Root == TemplatePath.Steps)
        {
            return StepOutputs.FindFault(path, scope);
        }

        return scope.Item.Find(path.Root) is not { } field || (path.Rest.Count > 0 && !field.IsList)
            ? scope.Unclear($"{Nouns.OneAtStart(scope.Item.Label)} has no field {{{{ {path} }}}}. The nearest are {NearNames.Of(path.ToString(), scope.Item.Fields.Select(one => one.Name))}.", path.ToString())
            : null;
    }

    private static bool IsGlue(string literal, Template template, ValidationScope scope)
    {
        var labels = template.Tags.Select(tag => scope.Item.Find(tag.Path.Root)).OfType<ItemField>()
            .SelectMany(field => field.Synonyms.Append(field.Label)).Append(scope.Item.Label).Append(scope.Item.Name)
            .Concat(template.Tags.Where(tag => tag.Path.StepIndex is { } index && index < scope.Steps.Count).SelectMany(tag => StepOutputs.Entries(scope.Steps[tag.Path.StepIndex!.Value])))
            .SelectMany(label => label.Split(' '));
        return PromptToken.Split(literal).Where(token => token.IsWord || token.IsNumber)
            .All(token => Glue.Contains(token.Text) || labels.Contains(token.Text, StringComparer.OrdinalIgnoreCase));
    }
}
