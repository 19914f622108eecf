using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.ReadBacks;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Fills the fields of a record that is made or changed.</summary>
/// <param name="catalog">The catalog.</param>
/// <param name="read">The event.</param>
/// <param name="reading">The instruction.</param>
/// <param name="words">Its words.</param>
/// <param name="text">The text or template of a value.</param>
/// <param name="person">Whom the event is about.</param>
/// <param name="earlier">The steps before.</param>
internal sealed class RecordDraft(CortexCatalog catalog, EventReading read, ToolReading reading, string words, Func<SlotValue, string?> text, ItemPerson person, IReadOnlyList<Step> earlier)
{
    private const string GivenField = "fields.";
    private const string Name = "Name";
    private const string LastName = "LastName";

    private static readonly FrozenSet<string> Moving = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "move", "moves", "put", "puts");

    private static readonly FrozenSet<string> NoWordsOfNames = FrozenSet.Create(StringComparer.Ordinal, "at", "from", "with", "in", "on", "for", "of", "as", "who", "that", "whose", "which", "by", "to", "via");

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

        string? heldTitle = null;
        if (reading.Values.One(RecordSlots.Title) is { Kind: SlotKind.Reference } held && held.Text.Contains(FieldNames.Joint) && shape.Title is Name or LastName && !Hold(fields, shape, held.Text.Split(FieldNames.Joint), out heldTitle))
        {
            return false;
        }

        var title = heldTitle ?? (Said(RecordSlots.Title, out var saidTitle) && !IsRatherText(saidTitle, shape) ? saidTitle : shape.IsPerson ? name ?? item.Title : item.Title);
        if (shape.IsPerson && reading.Values.One(RecordSlots.Title) is { Kind: SlotKind.Literal } called && called.Text.Split(' ').Any(NoWordsOfNames.Contains))
        {
            // "Ana Lopes from Acme": where somebody is from is no part of the name.
            return false;
        }

        if ((title is null && reading.Values.One(RecordSlots.Title) is not null) || (shape.IsPerson && title is not null && title == item.People))
        {
            return false;
        }

        if (reading.Values.One(RecordSlots.Sort) is { } sort && !TakeSort(fields, shape, sort.Text, ref title))
        {
            return false;
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

    /// <summary>"A contact with its name, email and phone": each goes into the record's field of the same name. False if there is none, or if none is what the record is called.</summary>
    private bool Hold(JsonObject fields, RecordShape shape, IReadOnlyList<string> names, out string? title)
    {
        title = null;
        foreach (var one in names)
        {
            var own = References.Find(one, read.Trigger.Item);
            if (text(new SlotValue(one, SlotKind.Reference)) is not { } value)
            {
                return false;
            }

            if (one == "name" || own?.Name is Name)
            {
                title = value;
            }
            else if (own is not null && FieldOf(own.Label, KindOf(shape.Object), shape) is var (field, _))
            {
                fields[field] = value;
            }
            else
            {
                return false;
            }
        }

        return title is not null;
    }

    /// <summary>
    /// The words before the record: "an <c>onboarding</c> task" is called so, if it is not called otherwise, and "a <c>high priority</c> task" is one. "A closed case" is no case called so.
    /// </summary>
    private bool TakeSort(JsonObject fields, RecordShape shape, string sort, ref string? title)
    {
        var kind = KindOf(shape.Object);
        if (kind?.ValueOfAdjective(sort) is var (field, value))
        {
            fields[field.Name] = value.Value;
            return true;
        }

        if (MadeSort.IsPlain(sort))
        {
            return true;
        }

        if (reading.Values.One(RecordSlots.Title) is not null || shape.IsPerson || kind?.IsQuality(sort) == true || !MadeSort.MayBeTitle(sort))
        {
            return false;
        }

        title = sort;
        return true;
    }

    /// <summary>
    /// The person that the record is or has to do with: the one behind the item, unless somebody else was spoken of. False where that leaves open who it is: "email the
    /// attendees and make a lead for them" would be a lead for each.
    /// </summary>
    private bool TryWhom(RecordShape shape, out string? address, out string? name)
    {
        var item = read.Trigger.Item;
        (address, name) = (person.OfRecord, person.Name);
        if (shape.IsPerson && reading.Values.Of(RecordSlots.With).FirstOrDefault(value => value.Of == RecordSlots.Whom) is { Of: not null } named)
        {
            // "A task for Ana" is Ana's; "a lead for ana@example.com" is that person, and for a name it may be either.
            (address, name) = (named.Text, named.Text);
            return AddressText.IsAddress(named.Text);
        }

        if (reading.Values.One(RecordSlots.Whom) is not { } whom)
        {
            // Of several people who take part, nobody can tell which is to be a lead.
            return !shape.IsPerson || address is not null || item.Person is null || reading.Values.One(RecordSlots.Title) is not null;
        }

        if (!shape.IsPerson && whom.Kind == SlotKind.Somebody)
        {
            return !person.IsUnclear(whom);
        }

        // "A task for the organizer" may be the organizer's, or about the meeting.
        if (whom.Kind == SlotKind.People || text(whom) is not { } known || !(shape.IsPerson || item.IsPerson))
        {
            return false;
        }

        (address, name) = known == item.Person ? (item.Person, item.PersonName) : known == person.Address ? (person.OfRecord, person.Name) : (known, known);

        return true;
    }

    /// <summary>"A task with the summary": a text that AI wrote is the record's text, and not its title, if it has a field for one.</summary>
    private bool IsRatherText(string? title, RecordShape shape) =>
        title is not null && shape.Text is not null && (title == AiResults.Unread(earlier, catalog) || (read.Trigger.Item is { Title: { } own, Text: { } text } && title.Contains(own, StringComparison.Ordinal) && title.Contains(text, StringComparison.Ordinal))) && reading.Phrase.IsOfHolding;

    /// <summary>What AI took out of a text goes into the fields of the same names; the others stay in the record's text.</summary>
    private void Extracted(JsonObject fields, RecordShape shape)
    {
        var values = AiResults.UnreadValues(earlier, catalog);
        var kind = KindOf(shape.Object);
        var rest = new List<string>();
        foreach (var (name, template) in values)
        {
            if (FieldOf(name.ToLowerInvariant(), kind, shape) is (var field, { IsPicklist: false, IsState: false, Kind: FieldKind.Text or FieldKind.Address or FieldKind.Number } known) && known.Name != shape.Text && !(field == shape.Title && reading.Values.One(RecordSlots.Title) is not null)
                && !fields.Any(one => one.Value?.GetValue<string>() is { } other && values.Any(value => value.Template == other && one.Key == field)))
            {
                fields[field] = template;
            }
            else
            {
                rest.Add($"{name}: {template}");
            }
        }

        if (shape.Text is { } text && rest.Count < values.Count)
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
        if (reading.Values.Of(RecordSlots.With).GroupBy(value => value.Of).Any(group => group.Count() > 1))
        {
            // "For me due today and for Liv due tomorrow": two records.
            return false;
        }

        foreach (var value in reading.Values.Of(RecordSlots.Set).Concat(reading.Values.Of(RecordSlots.Placed)).Concat(reading.Values.Of(RecordSlots.With)).Concat(Apart()))
        {
            if (value.Of == RecordSlots.Whom && shape?.IsPerson == true)
            {
                continue;
            }

            if (value.Of == RecordSlots.Whom && shape?.IsForOwner != true)
            {
                return false;
            }

            if (FieldOf(value.Of!, item, shape) is not var (name, field) || IsRatherOfItem(value, field) || Value(value, field) is not { } set)
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
            if (item is null || FieldWith(state, item) is not { } field)
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
            fields[RecordWords.Owner] = text(owner);
        }

        return true;
    }

    /// <summary>
    /// The field that is set where only the value was said: "mark it as Hot" sets the rating, "set it to High" the priority. An unknown value is a state's, unless it is a place or a person that
    /// something is moved to: "move it to Berlin".
    /// </summary>
    private ItemField? FieldWith(SlotValue said, ItemKind item)
    {
        var value = said.Text;
        if (AddressText.IsAddress(value))
        {
            return null;
        }

        var knowing = item.Fields.Where(field => (field.IsState || field.IsPicklist) && KnownValues.Has(value, field)).ToArray();
        return knowing.FirstOrDefault(field => field.IsState) ?? (knowing is [var only] ? only
            : knowing.Length > 0 || catalog.Providers.SelectMany(provider => provider.Triggers).Any(trigger => trigger.Item.Fields.Any(field => (field.IsState || field.IsPicklist) && KnownValues.Has(value, field))) ? null
            : said.Kind == SlotKind.Literal && Moving.Contains(words.Split(' ')[0]) && !NamesState() ? null
            : item.Fields.FirstOrDefault(field => field.IsState));
    }

    private bool NamesState() => words.Split(' ').Any(word => word.Equals("stage", StringComparison.OrdinalIgnoreCase) || word.Equals("status", StringComparison.OrdinalIgnoreCase));

    /// <summary>"… create a task and set the status to Nurturing": that is a status of the lead, and not of the task.</summary>
    private bool IsRatherOfItem(SlotValue value, ItemField? field) =>
        field is { Values.Count: > 0 } && value.Kind == SlotKind.Literal && !KnownValues.Has(value.Text, field) && References.Find(value.Of!, read.Trigger.Item) is { } own && own != field && KnownValues.Has(value.Text, own);

    /// <summary>What was said to be set, by the provider's name; null if the record has nothing of that name.</summary>
    private static (string Name, ItemField? Field)? FieldOf(string words, ItemKind? item, RecordShape? shape) => words switch
    {
        RecordSlots.Owner or RecordSlots.Whom => (RecordWords.Owner, null),
        RecordSlots.Due => shape?.Due is { } due ? (due, item?.Find(due)) : null,
        _ => item is null || References.Find(words, item) is not { } field ? null
            // The name of a person is put together by the provider.
            : field.Name == Name && item.Find(LastName) is { } last ? (LastName, last)
            : (field.Name, field),
    };

    private string? Value(SlotValue value, ItemField? field) => value.Kind switch
    {
        SlotKind.Literal when Enumerable.Range(0, earlier.Count).Select(index => References.Extracted(value.Text, index, earlier, catalog)).LastOrDefault(extracted => extracted is not null) is { } extracted => extracted,
        // "Set its amount to 10%": a share is no amount.
        SlotKind.Literal when field is { Measure: not null } && value.Text.TrimEnd().EndsWith('%') => null,
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
