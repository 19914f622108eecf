using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;

namespace Cortex.Compilation.Builtin;

/// <summary>Fills the fields of a record that is made or changed.</summary>
/// <param name="catalog">The catalog.</param>
/// <param name="read">The event.</param>
/// <param name="reading">The instruction.</param>
/// <param name="text">The text or template of a value.</param>
/// <param name="result">What AI found just before, for the record's text; or null.</param>
internal sealed class RecordDraft(CortexCatalog catalog, EventReading read, ToolReading reading, Func<SlotValue, string?> text, string? result)
{
    private const string GivenField = "fields.";

    /// <summary>The fields; null if something said names no field.</summary>
    public JsonNode? Fields(ToolInput input, JsonObject made)
    {
        var name = made["object"]?.GetValue<string>();
        var fields = new JsonObject();
        if (input.Shapes.FirstOrDefault(shape => shape.Object == name) is { } shape && !Fill(fields, shape))
        {
            return null;
        }

        return Set(fields, name) && fields.Count > 0 ? fields : null;
    }

    private bool Fill(JsonObject fields, RecordShape shape)
    {
        var item = read.Trigger.Item;
        foreach (var (field, value) in shape.Required)
        {
            fields[field] = value;
        }

        var title = Said(RecordSlots.Title, out var saidTitle) ? saidTitle : shape.IsPerson ? item.PersonName ?? item.Title : item.Title;
        var due = Said(RecordSlots.Due, out var saidDue) ? TimeWords.Of(saidDue ?? "") ?? saidDue : null;
        if ((title is null && reading.Values.One(RecordSlots.Title) is not null) || (due is not null && shape.Due is null))
        {
            return false;
        }

        fields[shape.Title] = title;
        Add(fields, shape.Text, result ?? item.Text);
        Add(fields, shape.Person, item.Person);
        Add(fields, shape.Due, due);
        if (shape.Related.TryGetValue(item.Name, out var related))
        {
            fields[related] = RecordShape.ItemId;
        }

        return true;
    }

    /// <summary>"its priority to High": fields of the named object, or of the item's own.</summary>
    private bool Set(JsonObject fields, string? name)
    {
        var item = catalog.Providers
            .SelectMany(provider => provider.Triggers)
            .Select(trigger => trigger.Item)
            .FirstOrDefault(kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        foreach (var value in reading.Values.Of(RecordSlots.Set).Concat(reading.Values.Of(RecordSlots.With)))
        {
            if (item is null || References.Find(value.Of!, item) is not { } field)
            {
                return false;
            }

            fields[field.Name] = value.Kind == SlotKind.Quoted ? value.Text : KnownValues.Of(value.Text, field);
        }

        foreach (var (given, value) in reading.Phrase.Given.Where(given => given.Key.StartsWith(GivenField, StringComparison.Ordinal)))
        {
            fields[given[GivenField.Length..]] = value;
        }

        if (reading.Values.One(RecordSlots.State) is { } state)
        {
            if (item?.Fields.FirstOrDefault(field => field.IsState) is not { } field)
            {
                return false;
            }

            fields[field.Name] = state.Kind == SlotKind.Quoted ? state.Text : KnownValues.Of(state.Text, field);
        }

        if (reading.Values.One(RecordSlots.Owner) is { } owner)
        {
            fields["OwnerId"] = text(owner);
        }

        return true;
    }

    private bool Said(string slot, out string? value)
    {
        value = reading.Values.One(slot) is { } said ? text(said) : null;
        return reading.Values.One(slot) is not null;
    }

    private static void Add(JsonObject fields, string? field, string? value)
    {
        if (field is not null && value is not null)
        {
            fields[field] = value;
        }
    }
}
