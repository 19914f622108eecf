using System.Text;
using System.Text.Json;
using Cortex.Catalog;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>A step in plain words, by the sentence of its tool. <see cref="StepReader"/> is its inverse.</summary>
internal sealed class StepWords(ItemKind? item, CortexCatalog catalog, TextWords texts)
{
    /// <summary>What a model is given to read is the item unless the program says otherwise.</summary>
    public const string It = "it";

    public const string You = "you";
    public const string Yes = "yes";
    public const string No = "no";
    public const string Link = "a link to the ";

    /// <summary>Before a field that has no words.</summary>
    public const string FieldCalled = "field ";

    /// <summary>The words for a step of a tool.</summary>
    public string Of(ToolInfo tool, string inputJson)
    {
        using var document = JsonDocument.Parse(inputJson);
        var said = new StringBuilder();
        Say(ToolSentence.Of(tool), said, tool, document.RootElement);
        return said.ToString();
    }

    /// <summary>The kind of record that a step is about, if the catalog knows it.</summary>
    public static ItemKind? RecordOf(ToolInfo tool, string? name, CortexCatalog catalog) => name is null ? null : RecordFields.KindOf(name, catalog.ProviderOf(tool.Name), catalog);

    private void Say(IEnumerable<ToolSentence> parts, StringBuilder said, ToolInfo tool, JsonElement inputs)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case ToolSentence.Words words:
                    said.Append(words.Text);
                    break;
                case ToolSentence.Slot slot when inputs.TryGetProperty(slot.Input.Name, out var value):
                    said.Append(Value(tool, slot.Input, value, inputs));
                    break;
                case ToolSentence.Yes yes when inputs.TryGetProperty(yes.Input.Name, out var flag) && flag.ValueKind == JsonValueKind.True:
                    said.Append(yes.Text);
                    break;
                case ToolSentence.Optional optional when inputs.TryGetProperty(optional.Input.Name, out _):
                    Say(optional.Parts, said, tool, inputs);
                    break;
                case ToolSentence.Several several:
                    said.Append(ValueWords.Join([.. several.Options.Where(option => inputs.TryGetProperty(option.Input.Name, out _)).Select(option => Said(option, tool, inputs))]));
                    break;
            }
        }
    }

    private string Said(ToolSentence.Optional option, ToolInfo tool, JsonElement inputs)
    {
        var said = new StringBuilder();
        Say(option.Parts, said, tool, inputs);
        return said.ToString();
    }

    private string Value(ToolInfo tool, ToolInput input, JsonElement value, JsonElement inputs) => (input.Kind, value.ValueKind) switch
    {
        (InputKind.Fields, JsonValueKind.Object) => Fields(tool, input, value, inputs),
        (InputKind.List, JsonValueKind.Array) => ValueWords.Join([.. value.EnumerateArray().Select(entry => Quotation.Of(FieldText.Of(entry)))]),
        (_, not JsonValueKind.String) => FieldText.Of(value),
        _ => Text(tool, input, value.GetString()!, inputs),
    };

    private string Text(ToolInfo tool, ToolInput input, string text, JsonElement inputs) => input.Kind switch
    {
        InputKind.Address or InputKind.Addresses => Addresses(text),
        InputKind.Time => texts.FieldOf(text) is { } field ? $"at {field}" : Moments.AfterVerb(text) ?? texts.Of(text),
        InputKind.Duration => ValueWords.Duration(text),
        InputKind.Choice => text.ToLowerInvariant(),
        InputKind.Name when input.Name == RecordRules.Field => RecordWords.Of(text, RecordOf(tool, RecordFields.ObjectOf(inputs), catalog)) is var (words, isLabel) && isLabel ? words : FieldCalled + text,
        InputKind.Name when ValueWords.Known(text, FieldOf(input, item)) is { } known => known,
        _ when tool.UsesModel && item is not null && text == input.DefaultFor(item) => It,
        _ => texts.Of(text),
    };

    /// <summary>The item's field that an input such as <c>label</c> gives a value for.</summary>
    public static ItemField? FieldOf(ToolInput input, ItemKind? item) => item?.Find(input.Name) ?? item?.Find(input.Name + "s");

    /// <summary>Several are said one by one: "a@x.example and you".</summary>
    private string Addresses(string text) => ValueWords.Join([.. text
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(address => address == AddressRules.Me ? You : texts.FieldOf(address) ?? address)]);

    private string Fields(ToolInfo tool, ToolInput input, JsonElement fields, JsonElement inputs)
    {
        var record = RecordFields.ObjectOf(inputs);
        var kind = RecordOf(tool, record, catalog);
        var link = input.Shapes.FirstOrDefault(shape => shape.Object == record)?.Related.GetValueOrDefault(item?.Name ?? "");
        return ValueWords.Join([.. fields.EnumerateObject().Select(member =>
        {
            if (member.Name == link && member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() == RecordShape.ItemId)
            {
                return Link + item!.Name;
            }

            var (words, isLabel) = RecordWords.Of(member.Name, kind);
            return $"{FieldValue(member.Name, member.Value, kind)} as {(isLabel ? "the " : "")}{words}";
        })]);
    }

    private string FieldValue(string name, JsonElement value, ItemKind? kind) => value.ValueKind switch
    {
        JsonValueKind.True => Yes,
        JsonValueKind.False => No,
        JsonValueKind.String when value.GetString() == AddressRules.Me && name == RecordWords.Owner => You,
        JsonValueKind.String when RecordWords.IsTime(name, kind, value.GetString()!) && Moments.Thing(value.GetString()!) is { } moment => moment,
        JsonValueKind.String => texts.Of(value.GetString()!),
        _ => value.GetRawText(),
    };
}
