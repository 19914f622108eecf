using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.Validation;

/// <summary>What one input must be like: of its kind, not empty, not too long, said in the prompt, its templates naming what exists.</summary>
internal sealed class InputRules(TemplateParser templates)
{
    private readonly TemplateRules _templates = new(templates);
    private readonly AddressRules _addresses = new(templates);
    private readonly TimeRules _times = new(templates);
    private readonly RecordRules _records = new(templates);

    public IEnumerable<ProgramFault> FindFaults(InputSite site, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { } given && given == site.Input.DefaultFor(site.Scope.Item))
        {
            // What the prompt leaves open is said by the catalog, not by a compiler.
            return [];
        }

        return (site.Input.Kind, value.ValueKind) switch
        {
            (InputKind.Flag, JsonValueKind.True or JsonValueKind.False) => [],
            (InputKind.Flag, _) => [WrongKind(site, "true or false")],
            (InputKind.List, JsonValueKind.Array) => ListRules.FindFaults(site, value),
            (InputKind.List, _) => [WrongKind(site, "a list of texts")],
            (InputKind.Fields, JsonValueKind.Object) => _records.FindFaults(site, value),
            (InputKind.Fields, _) => [WrongKind(site, "fields with their values")],
            (_, JsonValueKind.String) => Text(site, value.GetString()!) is { } fault ? [fault] : [],
            _ => [WrongKind(site, "a text")],
        };
    }

    private ProgramFault? Text(InputSite site, string text) => Common(site, text) ?? _templates.FindFault(site, text) ?? site.Input.Kind switch
    {
        InputKind.Address or InputKind.Addresses => _addresses.FindFault(site, text),
        InputKind.Time => _times.FindFault(site.Label, text, site.Scope),
        InputKind.Duration => TimeRules.Duration(site, text),
        InputKind.Choice => Choice(site, text),
        InputKind.Name => Name(site, text),
        _ => Words(site, text),
    };

    private static ProgramFault? Common(InputSite site, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return site.Scope.Unclear($"Say {site.Input.Question ?? $"the {site.Label}"}: it is empty.");
        }

        if (text.Length > ValidationLimits.MaxText)
        {
            return site.Scope.Unclear($"The {site.Label} has {text.Length} characters; write it in at most {ValidationLimits.MaxText}.");
        }

        return TextRules.HasControlCharacters(text) ? site.Scope.Unclear("The text has characters that cannot be shown. Remove them.") : null;
    }

    private static ProgramFault? Choice(InputSite site, string text) => site.Input.Choices.Contains(text)
        ? null
        : site.Scope.Unclear($"The {site.Label} cannot be \"{ValidationScope.Short(text)}\". Use {NearNames.Of(text, site.Input.Choices)}.", text);

    private ProgramFault? Name(InputSite site, string text)
    {
        if (text.Length > ValidationLimits.MaxName || text.AsSpan().ContainsAny('\r', '\n'))
        {
            return site.Scope.Unclear($"The {site.Label} must be one line of at most {ValidationLimits.MaxName} characters.", text);
        }

        if (site.Input.Name == RecordRules.Field && RecordFields.ObjectOf(site.Inputs) is { } record)
        {
            return RecordFields.FindFault(text, record, site.Record, written: false, site.Scope);
        }

        return Template.IsPlain(text)
            ? Grounding.SaidValue(text, site.Field, site.Scope.Origin) ? null : ValidationScope.Invented(text, $"Write the {site.Label} out.")
            : _templates.Grounded(site, text);
    }

    private ProgramFault? Words(InputSite site, string text)
    {
        if (site.Tool.UsesModel && site.Input is { Templated: false })
        {
            return text.Length > ValidationLimits.MaxInstructions
                ? site.Scope.Unclear($"What AI is to do may take {ValidationLimits.MaxInstructions} characters, this has {text.Length}.")
                : Paraphrase.FindFault(text, site.Scope.Origin);
        }

        return RecordRules.IsRecordId(site) ? _records.Id(site, text) : _templates.Grounded(site, text);
    }

    private static ProgramFault WrongKind(InputSite site, string kind) =>
        new(Programs.RefusalCode.UnsupportedAction, $"The {site.Label} of \"{site.Tool.Label}\" must be {kind}.");
}
