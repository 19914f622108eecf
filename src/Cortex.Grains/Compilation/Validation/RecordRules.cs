using System.Text.Json;
using Cortex.Catalog;
using Cortex.Programs.Templates;

namespace Cortex.Compilation.Validation;

/// <summary>What a step may say of a record: fields that it has, with values of their kinds, and which record it is.</summary>
internal sealed class RecordRules(TemplateParser templates)
{
    /// <summary>The input that names one field of the record.</summary>
    public const string Field = "field";

    private const string IdInput = "id";

    private readonly TemplateRules _templates = new(templates);
    private readonly TimeRules _times = new(templates);

    public static bool IsRecordId(InputSite site) => site.Input.Name == IdInput && RecordFields.ObjectOf(site.Inputs) is not null;

    public IEnumerable<ProgramFault> FindFaults(InputSite site, JsonElement fields)
    {
        var record = RecordFields.ObjectOf(site.Inputs) ?? "record";
        var members = fields.EnumerateObject().ToArray();
        if (members.Length is 0 or > ValidationLimits.MaxRecordFields)
        {
            return [site.Scope.Unclear($"Say what to set, and to what: 1 to {ValidationLimits.MaxRecordFields} fields of the {record}.")];
        }

        var kind = site.Record;
        var shape = site.Input.Shapes.FirstOrDefault(one => one.Object == record);
        return members
            .Where(member => member.Value.ValueKind != JsonValueKind.String || shape?.Gives(member.Name, member.Value.GetString()!) != true)
            .Select(member => RecordFields.FindFault(member.Name, record, kind, written: true, site.Scope) ?? Value(member.Name, member.Value, kind?.Find(member.Name), site))
            .OfType<ProgramFault>();
    }

    /// <summary>Which record to change is never left to what an item says: one id of the item, or of what an earlier step found.</summary>
    public ProgramFault? Id(InputSite site, string text)
    {
        if (Template.IsPlain(text))
        {
            return site.Scope.Origin.Said(text) ? null : ValidationScope.Invented(text, "Say which record is meant.");
        }

        return templates.Parse(text).Template?.OnlyTag is { Filters.Count: 0, Path: var path }
            && (path.Root == TemplatePath.Steps || (path.Rest.Count == 0 && path.Root.EndsWith("Id", StringComparison.OrdinalIgnoreCase)))
                ? null
                : site.Scope.Unclear("The id of a record must be one id of the item, like {{ Id }}, or what an earlier step found.", text);
    }

    private ProgramFault? Value(string name, JsonElement value, ItemField? field, InputSite site)
    {
        var scope = site.Scope;
        switch (value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False when field is null or { Kind: FieldKind.Flag }:
                return null;
            case JsonValueKind.Number when field is null or { Kind: FieldKind.Number }:
                return Grounding.SaidNumber(value, scope.Origin) ? null : ValidationScope.Invented(value.GetRawText(), $"Say the {field?.Label ?? name}.");
            case JsonValueKind.String:
                return Text(name, value.GetString()!, field, site);
            default:
                return scope.Unclear($"The {field?.Label ?? name} cannot be set to that. Give it {Kind(field)}.");
        }
    }

    private ProgramFault? Text(string name, string text, ItemField? field, InputSite site)
    {
        var (scope, label) = (site.Scope, field?.Label ?? name);
        if (string.IsNullOrWhiteSpace(text) || text.Length > ValidationLimits.MaxText || TextRules.HasControlCharacters(text))
        {
            return scope.Unclear($"Say what to set the {label} to, in 1 to {ValidationLimits.MaxText} characters that can be shown.");
        }

        if (_templates.FindFault(text, label, allowed: true, scope) is { } fault)
        {
            return fault;
        }

        if (field is { Kind: FieldKind.Time } || (field is null && Programs.RelativeTime.TryParse(text) is not null))
        {
            return _times.FindFault(label, text, scope);
        }

        if (!Template.IsPlain(text))
        {
            return _templates.Grounded(site, text);
        }

        if (field is { Kind: FieldKind.Number or FieldKind.Flag } && !Fits(text, field.Kind))
        {
            return scope.Unclear($"The {label} cannot be \"{ValidationScope.Short(text)}\". Give it {Kind(field)}.", text);
        }

        return Grounding.SaidValue(text, field, scope.Origin) || (text == AddressRules.Me && Grounding.SaidMe(scope.Origin))
            ? null
            : ValidationScope.Invented(text, $"Say what to set the {label} to.");
    }

    private static bool Fits(string text, FieldKind kind) => kind == FieldKind.Number
        ? Programs.LiteralText.NumberOf(Programs.Literal.Of(text)) is not null
        : bool.TryParse(text, out _);

    private static string Kind(ItemField? field) => field?.Kind switch
    {
        FieldKind.Number => "a number",
        FieldKind.Flag => "true or false",
        FieldKind.Time => "a day or a time",
        _ => "a text",
    };
}
