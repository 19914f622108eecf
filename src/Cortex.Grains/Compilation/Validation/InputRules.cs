using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.Validation;

/// <summary>What one input must be like: not empty, not too long, said in the prompt, and its templates naming what exists.</summary>
internal sealed class InputRules(TemplateParser templates)
{
    private const int MaxName = 225;

    public ProgramFault? FindFault(ToolInput input, string text, int step, TriggerInfo trigger, PromptLiterals origin)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Unclear($"Say {input.Question ?? input.Name}: it is empty.");
        }

        if (TextRules.HasControlCharacters(text))
        {
            return Unclear("A text holds characters that cannot be shown. Write it without them.");
        }

        return Templates(input, text, step, trigger)
            ?? Kind(input, text, trigger)
            ?? (text == input.Default || Said(text, origin) ? null : Unclear($"\"{text}\" was not in the prompt."));
    }

    /// <summary>Of a template, what stands between its fields; fields are no literals.</summary>
    private bool Said(string text, PromptLiterals origin) => Template.IsPlain(text)
        ? origin.Said(text)
        : templates.Parse(text).Template!.LiteralTexts.All(literal => !literal.Any(char.IsLetterOrDigit) || origin.Said(literal));

    private ProgramFault? Templates(ToolInput input, string text, int step, TriggerInfo trigger)
    {
        if (Template.IsPlain(text))
        {
            return null;
        }

        if (!input.Templated)
        {
            return Unclear($"The {input.Name} cannot hold fields such as {{{{ subject }}}}.");
        }

        var parsed = templates.Parse(text);
        return parsed.Template is { } template
            ? template.Paths.Select(path => Path(path, step, trigger)).FirstOrDefault(fault => fault is not null)
            : Unclear(parsed.Failure!);
    }

    private static ProgramFault? Path(TemplatePath path, int step, TriggerInfo trigger)
    {
        if (path.Root == TemplatePath.Steps)
        {
            return path.StepIndex < step ? null : Unclear($"{{{{ {path} }}}} does not point at the output of an earlier step, as {{{{ steps[0].output }}}} does.");
        }

        return trigger.Item.Find(path.Root) is null
            ? Unclear($"{{{{ {path} }}}} is no field. There are: {string.Join(", ", trigger.Item.Fields.Select(field => field.Name))}.")
            : null;
    }

    private ProgramFault? Kind(ToolInput input, string text, TriggerInfo trigger) => input.Kind switch
    {
        InputKind.Address when !AddressText.IsAddress(text) && !IsAddressField(text, trigger) =>
            Unclear($"\"{text}\" is not an email address. Write exactly one, like ana@example.com."),
        InputKind.Name when text.Length > MaxName || text.AsSpan().ContainsAny('\r', '\n') =>
            Unclear($"The {input.Name} must be one line of at most {MaxName} characters."),
        _ => null,
    };

    /// <summary>An address may come from the item, but never be put together of pieces of it.</summary>
    private bool IsAddressField(string text, TriggerInfo trigger) =>
        templates.Parse(text).Template?.OnlyPath is { Rest.Count: 0 } path
            && trigger.Item.Find(path.Root) is { Kind: FieldKind.Address };

    private static ProgramFault Unclear(string sentence) => new(RefusalCode.NeedsClarification, sentence);
}
