using System.Globalization;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Fills the fields of a record that is made or changed.</summary>
/// <param name="catalog">The catalog.</param>
/// <param name="read">The event.</param>
/// <param name="reading">The instruction.</param>
/// <param name="text">The text or template of a value.</param>
/// <param name="earlier">The steps before.</param>
internal sealed class RecordDraft(CortexCatalog catalog, EventReading read, ToolReading reading, Func<SlotValue, string?> text, IReadOnlyList<Step> earlier)
{
    private const string GivenField = "fields.";
    private const string FewTitle = $"{{{RecordSlots.Title}:{FewWords.Kind}}}";
    private const string OwnerId = "OwnerId";
    private const string Name = "Name";
    private const string LastName = "LastName";

    /// <summary>The fields; null if something said names no field.</summary>
    public JsonNode? Fields(ToolInput input, JsonObject made)
    {
        var name = made["object"]?.GetValue<string>();
        var fields = new JsonObject();
        var shape = input.Shapes.FirstOrDefault(one => one.Object == name);
        if (shape is not null && !Fill(fields, shape))
        {
            return null;
        }

        return Set(fields, name, shape) && fields.Count > 0 ? fields : null;
    }

    private bool Fill(JsonObject fields, RecordShape shape)
    {
        var item = read.Trigger.Item;
        foreach (var (field, value) in shape.Required)
        {
            fields[field] = value;
        }

        if (!TryWhom(shape, out var address, out var name))
        {
            return false;
        }

        var title = Said(RecordSlots.Title, out var saidTitle) ? saidTitle : shape.IsPerson ? name ?? item.Title : item.Title;
        if ((title is null && reading.Values.One(RecordSlots.Title) is not null) || (shape.IsPerson && title is not null && title == item.People))
        {
            return false;
        }

        if (reading.Phrase.Phrase.Contains(FewTitle, StringComparison.Ordinal) && reading.Values.One(RecordSlots.Title) is { } few)
        {
            if (KindOf(shape.Object)?.ValueOfAdjective(few.Text) is var (field, value))
            {
                title = shape.IsPerson ? name ?? item.Title : item.Title;
                fields[field.Name] = value.Value;
            }
            else if (shape.IsPerson || KindOf(shape.Object)?.IsQuality(few.Text) == true)
            {
                // "A hot lead" is nobody called Hot, and "a closed case" no case called so.
                return false;
            }
        }

        fields[shape.Title] = title;
        Add(fields, shape.Text, AiResults.Unread(earlier, catalog) ?? item.Text);
        Add(fields, shape.Person, address);
        Extracted(fields, shape);
        if (shape.Due is { } due && reading.Values.Of(RecordSlots.With).FirstOrDefault(value => value.Of == RecordSlots.Due) is { Of: not null } when)
        {
            Add(fields, due, Value(when, field: null));
        }

        if (shape.Related.TryGetValue(item.Name, out var related))
        {
            fields[related] = RecordShape.ItemId;
        }

        return true;
    }

    /// <summary>
    /// The person that the record is or has to do with: the one behind the item, unless somebody else was spoken of. False where that leaves open who it is: "email the
    /// attendees and make a lead for them" would be a lead for each.
    /// </summary>
    private bool TryWhom(RecordShape shape, out string? address, out string? name)
    {
        var item = read.Trigger.Item;
        (address, name) = (item.Person, item.PersonName);
        if (shape.IsPerson && reading.Values.Of(RecordSlots.With).FirstOrDefault(value => value.Of == RecordSlots.Whom) is { Of: not null } named)
        {
            // "A task for Ana" is Ana's; "a lead for ana@example.com" is that person, and for a name it may be either.
            (address, name) = (named.Text, named.Text);
            return AddressText.IsAddress(named.Text);
        }

        if (reading.Values.One(RecordSlots.Whom) is not { } whom || (!shape.IsPerson && whom.Kind == SlotKind.Somebody))
        {
            return true;
        }

        // "A task for the organizer" may be the organizer's, or about the meeting.
        if (whom.Kind == SlotKind.People || text(whom) is not { } known || !(shape.IsPerson || item.IsPerson))
        {
            return false;
        }

        // The organizer for whom the event is asked is the organizer.
        if (known != item.Person && !read.Conditions.OfType<Comparison>().Any(comparison => comparison.Value.Text == known && item.Person == $"{{{{ {comparison.Field} }}}}"))
        {
            (address, name) = (known, known);
        }

        return true;
    }

    /// <summary>What AI took out of a text goes into the fields of the same names; the others stay in the record's text.</summary>
    private void Extracted(JsonObject fields, RecordShape shape)
    {
        var values = AiResults.UnreadValues(earlier, catalog);
        var kind = KindOf(shape.Object);
        var rest = new List<string>();
        foreach (var (name, template) in values)
        {
            if (FieldOf(name.ToLowerInvariant(), kind, shape) is (var field, { IsPicklist: false, IsState: false, Kind: FieldKind.Text or FieldKind.Address } known) && known.Name != shape.Text && !(field == shape.Title && reading.Values.One(RecordSlots.Title) is not null)
                && !fields.Any(one => one.Value?.GetValue<string>() is { } other && values.Any(value => value.Template == other && one.Key == field)))
            {
                fields[field] = template;
            }
            else
            {
                rest.Add($"{name}: {template}");
            }
        }

        if (values.Count > 1 && shape.Text is { } text && rest.Count < values.Count)
        {
            fields[text] = rest.Count > 0 ? string.Join('\n', rest) : read.Trigger.Item.Text;
        }
    }

    /// <summary>"the status of a lead to Working": what is set, and to what, stand apart.</summary>
    private IEnumerable<SlotValue> Apart() =>
        reading.Tool.Find(RecordSlots.To) is null && reading.Values.One(RecordSlots.What) is { } what && reading.Values.One(RecordSlots.To) is { } to ? [to with { Of = what.Text }] : [];

    private ItemKind? KindOf(string? record) => catalog.Providers
        .SelectMany(provider => provider.Triggers)
        .Select(trigger => trigger.Item)
        .FirstOrDefault(kind => kind.Name.Equals(record, StringComparison.OrdinalIgnoreCase));

    /// <summary>"its priority to High": fields of the named object, or of the item's own.</summary>
    private bool Set(JsonObject fields, string? record, RecordShape? shape)
    {
        var item = KindOf(record);
        foreach (var value in reading.Values.Of(RecordSlots.Set).Concat(reading.Values.Of(RecordSlots.Placed)).Concat(reading.Values.Of(RecordSlots.With)).Concat(Apart()))
        {
            if (value.Of == RecordSlots.Whom && shape?.IsPerson == true)
            {
                continue;
            }

            if (FieldOf(value.Of!, item, shape) is not var (name, field) || Value(value, field) is not { } set)
            {
                return false;
            }

            fields[name] = set;
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

        if (shape is null && reading.Values.One(RecordSlots.Due) is { } due)
        {
            var made = catalog.Tools.SelectMany(tool => tool.Inputs).SelectMany(one => one.Shapes).FirstOrDefault(one => one.Object == record);
            if (FieldOf(RecordSlots.Due, item, made) is not var (name, field) || Value(due, field) is not { } when)
            {
                return false;
            }

            fields[name] = when;
        }

        if (reading.Values.One(RecordSlots.Owner) is { } owner)
        {
            fields[OwnerId] = text(owner);
        }

        return true;
    }

    /// <summary>What was said to be set, by the provider's name; null if the record has nothing of that name.</summary>
    private static (string Name, ItemField? Field)? FieldOf(string words, ItemKind? item, RecordShape? shape) => words switch
    {
        RecordSlots.Owner or RecordSlots.Whom => (OwnerId, null),
        RecordSlots.Due => shape?.Due is { } due ? (due, item?.Find(due)) : null,
        _ => item is null || References.Find(words, item) is not { } field ? null
            // The name of a person is put together by the provider.
            : field.Name == Name && item.Find(LastName) is { } last ? (LastName, last)
            : (field.Name, field),
    };

    private string? Value(SlotValue value, ItemField? field) => value.Kind switch
    {
        SlotKind.Literal when Enumerable.Range(0, earlier.Count).Select(index => References.Extracted(value.Text, index, earlier, catalog)).LastOrDefault(extracted => extracted is not null) is { } extracted => extracted,
        SlotKind.Literal when field is { Kind: FieldKind.Number } => Amounts.Of(value.Text) is { } number ? number.ToString(CultureInfo.InvariantCulture) : value.Text,
        SlotKind.Literal when field is { Kind: FieldKind.Time } => TimeWords.Of(value.Text) ?? value.Text,
        SlotKind.Literal => field is null ? TimeWords.Of(value.Text) ?? value.Text : KnownValues.Of(value.Text, field),
        _ => text(value),
    };

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
