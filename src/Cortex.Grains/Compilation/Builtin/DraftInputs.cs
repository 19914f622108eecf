using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Compilation.Grammar;
using Cortex.Compilation.Validation;
using Cortex.Programs;

namespace Cortex.Compilation.Builtin;

/// <summary>Makes one step's inputs of what was said and of the catalog's defaults.</summary>
internal sealed class DraftInputs(CortexCatalog catalog, EventReading read, ToolReading reading, string words, IReadOnlyList<Step> earlier)
{
    /// <summary>To the people themselves that the item is about: "email every new lead".</summary>
    private const string Person = "{person}";

    private const string SoughtValue = "value";

    private const string Title = "{title}";
    private const string End = "end";
    private const string Duration = "duration";
    private const string Waiting = "wait";

    private readonly ItemKind _item = read.Trigger.Item;
    private readonly ItemPerson _person = new(catalog, read, earlier);

    /// <summary>The inputs in the catalog's order, so that one meaning has one program; null if something said does not suit the event.</summary>
    public string? ToJson()
    {
        var input = new JsonObject();
        foreach (var one in reading.Tool.Inputs)
        {
            if (!TryValue(one, input, out var value))
            {
                return null;
            }

            if (value is not null)
            {
                input[one.Name] = value;
            }
        }

        return SetsAll(input) ? CanonicalJson.Write(JsonSerializer.SerializeToElement(input)) : null;
    }

    private bool TryValue(ToolInput input, JsonObject made, out JsonNode? value)
    {
        value = null;
        var said = reading.Values.Of(input.Name) is { Count: > 0 } own ? own : [.. reading.Values.Of(RecordSlots.With).Where(value => value.Of == input.Name)];
        if (input.Default == Title && reading.Values.One(RecordSlots.Sort) is { } sort && !TryTitle(sort.Text, ref said))
        {
            return false;
        }

        if (said.Count > 0)
        {
            value = Said(input, said);
            return value is not null;
        }

        if (reading.Phrase.Given.TryGetValue(input.Name, out var given))
        {
            value = input.Kind == InputKind.Flag ? JsonValue.Create(given == "true")
                : given is ['<', .. var words, '>'] ? (References.Result(words, catalog, earlier) ?? OwnTime(input, words)) is { } named ? JsonValue.Create(named) : null
                : given == Person ? _item is { IsPerson: true, Person: { } person } ? JsonValue.Create(person) : null
                : JsonValue.Create(given);
            return value is not null;
        }

        if (reading.Tool.Find(RecordRules.Field) is not null && input.Name is RecordRules.Field or SoughtValue)
        {
            value = Sought(input, made) is { } sought ? JsonValue.Create(sought) : null;
            return value is not null;
        }

        if (input.CarriesResult && AiResults.Unread(earlier, catalog) is { } result && (reading.Phrase.Drafted is null || reading.Phrase.MayCarry))
        {
            value = JsonValue.Create(result);
        }
        else if (reading.Phrase.Drafted == input.Name)
        {
            value = JsonValue.Create($"{{{{ steps[{earlier.Count - 1}].output.text }}}}");
        }
        else if (input.Kind == InputKind.Fields)
        {
            value = new RecordDraft(catalog, read, reading, words, Text, _person, earlier).Fields(input, made);
            return value is not null;
        }
        else if (input is { Kind: InputKind.Choice, Name: "object" })
        {
            value = (reading.Tool.Inputs.Any(one => one.Shapes.Count > 0) || read.Provider != catalog.ProviderOf(reading.Tool.Name) ? FoundRecords.Object(earlier) : FoundRecords.Object(earlier) is null ? ObjectOfItem(input) : null) is { } known ? JsonValue.Create(known) : null;
            return value is not null;
        }
        else if (input is { Kind: InputKind.Text, Name: "id" } && reading.Tool.Inputs.Any(one => one.Kind == InputKind.Fields))
        {
            value = FoundRecords.Id(earlier, made["object"]?.GetValue<string>()) is { } id ? JsonValue.Create(id) : null;
        }
        else if (input is { Kind: InputKind.Time, Default: not null } && _item.TimeIsArrival && AiResults.Times(earlier, catalog) is [_, _, ..])
        {
            // Which of them is meant, nobody can tell.
            return false;
        }
        else if (input is { Kind: InputKind.Time, Default: not null } && _item.TimeIsArrival && AiResults.Time(earlier, catalog) is { } found)
        {
            // "Pull out the delivery date and add it to my calendar": that is when.
            value = JsonValue.Create(found);
        }
        else if (input is { Kind: InputKind.Time, Default: not null } && (read.Trigger.IsTimed || earlier.Any(step => step.Tool == Waiting)))
        {
            // It would start when what it comes before, or after, has long begun.
            value = read.Trigger.TakesLeadTime || earlier.Any(step => step.Tool == Waiting) || reading.Values.Of(Duration).Count == 0 || read.Conditions.Any(SaysWhatFor) ? null : OwnTime(input, End) is { } end ? JsonValue.Create(end) : null;
            return value is not null;
        }
        else if (input.DefaultFor(_item) is { } usual)
        {
            value = JsonValue.Create(usual);
        }
        else
        {
            return !input.Required;
        }

        return true;
    }

    /// <summary>"Block an hour after each lecture for notes": "for notes" says what the hour is for, and not which lecture.</summary>
    private static bool SaysWhatFor(Condition condition) => ConditionSize.Leaves(condition).Any(leaf => leaf.Op == Operator.Semantic && leaf.Value.Text?.Contains(" for ", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>A time of the item itself, by its name.</summary>
    private string? OwnTime(ToolInput input, string words) => input.Kind == InputKind.Time && References.Find(words, _item) is { Kind: FieldKind.Time } field ? $"{{{{ {field.Name} }}}}" : null;

    /// <summary>
    /// The words before what is made: "a <c>kick-off</c> meeting". They are what it is called, unless they say nothing, or something that cannot be had; a letter may be called something else
    /// besides.
    /// </summary>
    private bool TryTitle(string sort, ref IReadOnlyList<SlotValue> said)
    {
        var isLetter = reading.Tool.Inputs.Any(one => one is { CarriesResult: true, Required: true });
        if (said.Count > 0 && (isLetter || MadeSort.IsPlain(sort)))
        {
            return true;
        }

        if (said.Count > 0 || !(MadeSort.MayBeTitle(sort) || MadeSort.IsPlain(sort)))
        {
            return false;
        }

        said = MadeSort.IsPlain(sort) ? [] : [SlotValue.Open(sort)];
        return true;
    }

    /// <summary>By which field a record is looked for, and by what: "with the sender's email" is the field for a person's address.</summary>
    private string? Sought(ToolInput input, JsonObject made)
    {
        var record = made["object"]?.GetValue<string>();
        var kind = catalog.Providers.SelectMany(provider => provider.Triggers).Select(trigger => trigger.Item).FirstOrDefault(item => item.Name.Equals(record, StringComparison.OrdinalIgnoreCase));
        if (input.Name == SoughtValue)
        {
            return reading.Values.One(RecordSlots.To) is { } to ? Text(to) : null;
        }

        if (reading.Values.One(RecordSlots.What) is { } what)
        {
            return kind is null ? null : References.Find(what.Text, kind)?.Name;
        }

        var own = reading.Values.One(SoughtValue) is { Kind: SlotKind.Reference } reference ? References.Find(reference.Text, _item) : null;
        if (own is { IsAddress: false })
        {
            // "The account with the lead's company": by the field of the same name, or by what an account is called.
            return kind?.Find(own.Name)?.Name ?? (kind is { Name: "account" } && own.Label is "company" or "account name" ? kind.TitleField : null);
        }

        return catalog.Tools.SelectMany(tool => tool.Inputs).SelectMany(one => one.Shapes).FirstOrDefault(shape => shape.Object == record)?.Person;
    }

    /// <summary>A record that is not named is the item's own.</summary>
    private string? ObjectOfItem(ToolInput input) =>
        read.Provider == catalog.ProviderOf(reading.Tool.Name)
            ? input.Choices.FirstOrDefault(choice => choice.Equals(_item.Name, StringComparison.OrdinalIgnoreCase))
            : null;

    private JsonNode? Said(ToolInput input, IReadOnlyList<SlotValue> said)
    {
        if (input.Kind == InputKind.List)
        {
            return new JsonArray([.. said.Select(value => JsonValue.Create(value.Text))]);
        }

        var texts = said.Select(value => Normal(input, value)).ToArray();
        return Array.Exists(texts, text => text is null) ? null : JsonValue.Create(string.Join(", ", texts));
    }

    private string? Normal(ToolInput input, SlotValue value) => input.Kind switch
    {
        InputKind.Duration => Durations.SpellingOf(value.Text),
        InputKind.Time when value.Kind == SlotKind.Literal => TimeWords.Of(value.Text) ?? value.Text,
        _ => Text(value),
    };

    private string? Text(SlotValue value) => value.Kind switch
    {
        SlotKind.Person => _item.PersonRoles.Contains(value.Text) ? _item.Person : null,
        SlotKind.People => _item.People,
        SlotKind.Somebody => _person.IsUnclear(value) || (value.Text == Recipients.Pronoun && ForwardsToSender()) ? null : _person.Address,
        SlotKind.Then => AiResults.Time(earlier, catalog) ?? (_item.TimeIsArrival ? null : _item.Time),
        SlotKind.Reference => References.ResolveAll(value.Text, _item, catalog, earlier),
        _ => Placeholders.Fill(value.Text, words => References.Resolve(words.ToLowerInvariant(), _item, catalog, earlier)),
    };

    /// <summary>An email is not forwarded to its own sender, so a pronoun means somebody else.</summary>
    private bool ForwardsToSender() => reading.Tool is { ActsOn: not null } tool && tool.Find("to") is not null;

    /// <summary>A tool that changes the item itself takes what is set as its inputs. People can only be added to it, never replaced.</summary>
    private bool SetsAll(JsonObject input)
    {
        if (reading.Tool.Inputs.Any(one => one.Kind == InputKind.Fields))
        {
            return true;
        }

        foreach (var value in reading.Values.Of(RecordSlots.Set).Concat(reading.Values.Of(RecordSlots.Placed)))
        {
            var field = References.Find(value.Of!, _item)?.Name;
            if (field is null || reading.Tool.Find(field) is not { Kind: not InputKind.Addresses } known || Normal(known, value) is not { } text)
            {
                return false;
            }

            input[field] = text;
        }

        return true;
    }
}
