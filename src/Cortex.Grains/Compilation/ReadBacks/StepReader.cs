using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.ReadBacks;

/// <summary>Reads what <see cref="StepWords"/> wrote.</summary>
internal sealed class StepReader(Line line, ItemKind item, CortexCatalog catalog, TextWords texts)
{
    /// <summary>The inputs of a step of a tool as JSON, in the catalog's order; null if the words are not its sentence.</summary>
    public string? Read(ToolInfo tool, IReadOnlyList<ToolSentence> sentence)
    {
        var inputs = new JsonObject();
        return Read(sentence, tool, inputs)
            ? CanonicalJson.Write(JsonSerializer.SerializeToElement(new JsonObject(tool.Inputs.Where(input => inputs.ContainsKey(input.Name)).Select(input => KeyValuePair.Create(input.Name, inputs[input.Name]?.DeepClone())))))
            : null;
    }

    private bool Read(IEnumerable<ToolSentence> parts, ToolInfo tool, JsonObject inputs)
    {
        foreach (var part in parts)
        {
            var isRead = part switch
            {
                ToolSentence.Words words => line.Take(words.Text),
                ToolSentence.Slot slot => Set(inputs, slot.Input, Value(tool, slot.Input, inputs)),
                ToolSentence.Yes yes => !line.Take(yes.Text) || Set(inputs, yes.Input, JsonValue.Create(true)),
                ToolSentence.Optional optional => Option(optional, tool, inputs) || true,
                _ => Options((ToolSentence.Several)part, tool, inputs),
            };
            if (!isRead)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Set(JsonObject inputs, ToolInput input, JsonNode? value)
    {
        if (value is not null)
        {
            inputs[input.Name] = value;
        }

        return value is not null;
    }

    private bool Option(ToolSentence.Optional optional, ToolInfo tool, JsonObject inputs)
    {
        var start = line.Position;
        if (Read(optional.Parts, tool, inputs))
        {
            return true;
        }

        inputs.Remove(optional.Input.Name);
        line.Position = start;
        return false;
    }

    private bool Options(ToolSentence.Several several, ToolInfo tool, JsonObject inputs)
    {
        var count = 0;
        foreach (var option in several.Options)
        {
            var start = line.Position;
            if ((count == 0 || line.Take(", ") || line.Take(" and ")) && Option(option, tool, inputs))
            {
                count++;
            }
            else
            {
                line.Position = start;
            }
        }

        return count > 0;
    }

    private JsonNode? Value(ToolInfo tool, ToolInput input, JsonObject inputs) => input.Kind switch
    {
        InputKind.Fields => Fields(tool, input, inputs),
        InputKind.List => ValueWords.ReadList(line, () => Quotation.Read(line, reference: null)) is { } entries ? new JsonArray([.. entries.Select(entry => JsonValue.Create(entry))]) : null,
        _ => Text(tool, input, inputs) is { } text ? JsonValue.Create(text) : null,
    };

    private string? Text(ToolInfo tool, ToolInput input, JsonObject inputs) => input.Kind switch
    {
        InputKind.Address or InputKind.Addresses => ValueWords.ReadList(line, Address) is { } addresses ? string.Join(", ", addresses) : null,
        InputKind.Time => line.Try(() => line.Take("at ") ? texts.ReadTag(line) : null) ?? Moments.ReadAfterVerb(line) ?? texts.Read(line),
        InputKind.Duration => ValueWords.ReadDuration(line),
        InputKind.Choice => input.Choices.FirstOrDefault(line.TakeWhole),
        InputKind.Name when input.Name == RecordRules.Field => line.Take(StepWords.FieldCalled) ? RecordWords.ReadName(line) : RecordWords.ReadLabel(line, RecordOf(tool, inputs)),
        InputKind.Name when StepWords.FieldOf(input, item) is { } field && field.Values.FirstOrDefault(value => ValueWords.Known(value.Value, field) is { } known && line.TakeWhole(known)) is { } value => value.Value,
        _ when tool.UsesModel && input.DefaultFor(item) is { } usual && line.TakeWhole(StepWords.It) => usual,
        _ => texts.Read(line),
    };

    private string? Address()
    {
        if (line.TakeWhole(StepWords.You))
        {
            return AddressRules.Me;
        }

        return AddressText.Length(line.Rest, domains: false) is > 0 and var length ? line.Take(length) : texts.ReadTag(line);
    }

    private ItemKind? RecordOf(ToolInfo tool, JsonObject inputs) => StepWords.RecordOf(tool, inputs[RecordFields.Object]?.GetValue<string>(), catalog);

    private JsonObject? Fields(ToolInfo tool, ToolInput input, JsonObject inputs)
    {
        var record = inputs[RecordFields.Object]?.GetValue<string>();
        var kind = RecordOf(tool, inputs);
        var link = input.Shapes.FirstOrDefault(shape => shape.Object == record)?.Related.GetValueOrDefault(item.Name);
        if (ValueWords.ReadList(line, () => Field(kind, link)) is not { } members)
        {
            return null;
        }

        var fields = new JsonObject();
        foreach (var (name, value) in members)
        {
            fields[name] = value;
        }

        return fields.Count == members.Count ? fields : null;
    }

    private Tuple<string, JsonNode?>? Field(ItemKind? kind, string? link)
    {
        if (link is not null && line.TakeWhole(StepWords.Link + item.Name))
        {
            return new(link, JsonValue.Create(RecordShape.ItemId));
        }

        if (FieldValue() is not { } value || !line.Take(" as "))
        {
            return null;
        }

        return (line.Try(() => line.Take("the ") ? RecordWords.ReadLabel(line, kind) : null) ?? RecordWords.ReadName(line)) is { } name ? new(name, value) : null;
    }

    private JsonNode? FieldValue() =>
        line.TakeWhole(StepWords.Yes) ? JsonValue.Create(true)
        : line.TakeWhole(StepWords.No) ? JsonValue.Create(false)
        : line.TakeWhole(StepWords.You) ? JsonValue.Create(AddressRules.Me)
        : (Moments.ReadThing(line) ?? texts.Read(line)) is { } text ? JsonValue.Create(text)
        : ValueWords.ReadNumber(line) is { } number ? JsonNode.Parse(number)
        : null;
}
