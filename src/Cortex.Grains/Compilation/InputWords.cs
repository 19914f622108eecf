using System.Text.Json;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation;

/// <summary>The inputs of a step in plain words.</summary>
internal sealed class InputWords(TemplateWords templates, ItemKind? item, CortexCatalog catalog)
{
    /// <summary>One input.</summary>
    /// <param name="tool">The step's tool.</param>
    /// <param name="input">Its input.</param>
    /// <param name="value">What the step gives for it.</param>
    /// <param name="inputs">All that the step gives.</param>
    public string Of(ToolInfo tool, ToolInput input, JsonElement value, JsonElement inputs) => input.Kind switch
    {
        InputKind.Text when value.ValueKind == JsonValueKind.String => templates.Text(value.GetString()!),
        InputKind.Address or InputKind.Addresses => Addresses(FieldText.Of(value)),
        InputKind.Time => Time(FieldText.Of(value)),
        InputKind.Duration => ValueWords.Duration(FieldText.Of(value)),
        InputKind.Choice => FieldText.Of(value).ToLowerInvariant(),
        InputKind.Flag => value.ValueKind == JsonValueKind.True ? "yes" : "no",
        InputKind.List when value.ValueKind == JsonValueKind.Array => ValueWords.Join([.. value.EnumerateArray().Select(FieldText.Of)]),
        InputKind.Fields when value.ValueKind == JsonValueKind.Object => Fields(tool, value, inputs),
        _ => templates.Bare(ValueWords.Of(FieldText.Of(value), item?.Find(input.Name) ?? item?.Find(input.Name + "s"))),
    };

    /// <summary>Several are said one by one: "a@x.example and you".</summary>
    private string Addresses(string text) => ValueWords.Join([.. text
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(address => address == AddressRules.Me ? "you" : templates.Bare(address))]);

    private string Time(string text) => templates.IsFields(text) ? $"at {templates.Text(text)}" : ValueWords.Time(text);

    private string Fields(ToolInfo tool, JsonElement fields, JsonElement inputs)
    {
        var kind = RecordFields.ObjectOf(inputs) is { } name ? RecordFields.KindOf(name, catalog.ProviderOf(tool.Name), catalog) : null;
        var changes = tool.Inputs.Any(input => input.Name == "id");
        return ValueWords.Join([.. fields.EnumerateObject().Select(member =>
        {
            var field = kind?.Find(member.Name);
            return $"{field?.Label ?? member.Name} {(changes ? "to " : "")}{FieldValue(member.Value, field)}";
        })]);
    }

    private string FieldValue(JsonElement value, ItemField? field)
    {
        var text = FieldText.Of(value);
        return value.ValueKind != JsonValueKind.String ? text
            : RelativeTime.TryParse(text) is not null || field is { Kind: FieldKind.Time } ? Time(text)
            : text == AddressRules.Me ? "you"
            : templates.Text(ValueWords.Of(text, field));
    }
}
