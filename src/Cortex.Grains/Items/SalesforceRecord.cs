using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Catalog;
using Cortex.Programs;

namespace Cortex.Items;

/// <summary>A record in the catalog's words, whichever sync or call brought it.</summary>
/// <param name="Fields">The fields that it brings, empty ones as null.</param>
/// <param name="Missing">The catalog's fields that it does not bring.</param>
internal sealed record SalesforceRecord(JsonObject Fields, IReadOnlyList<string> Missing)
{
    private const string Name = "Name";
    private const string FirstName = "FirstName";
    private const string LastName = "LastName";
    private const string Description = "Description";

    /// <summary>When it was made, if it says so.</summary>
    public DateTimeOffset? CreatedAt => TimeAt(SalesforceObjects.CreatedDate);

    /// <summary>When it was changed last, if it says so.</summary>
    public DateTimeOffset? ModifiedAt => TimeAt(SalesforceObjects.LastModifiedDate);

    /// <summary>Reads a record.</summary>
    /// <param name="kind">The object that it is of.</param>
    /// <param name="id">Its id.</param>
    /// <param name="body">The record itself: of a model, or as Salesforce's API writes it.</param>
    public static SalesforceRecord Read(SalesforceObject kind, string id, JsonElement body)
    {
        var model = SalesforceModel.Of(kind.Item.Name, body);
        var fields = new JsonObject { [SalesforceObjects.Id] = ItemText.CleanLine(id, ItemLimits.TextLengthMax) };
        List<string> missing = [];
        foreach (var field in kind.Fields)
        {
            if (TryRead(field, body, out var value) || model?.Brings.Contains(field.Name) == true)
            {
                fields[field.Name] = value;
            }
            else
            {
                missing.Add(field.Name);
            }
        }

        if (kind.Find(FirstName) is not null && missing.Contains(Name) && (fields.ContainsKey(FirstName) || fields.ContainsKey(LastName)))
        {
            fields[Name] = FullName((string?)fields[FirstName], (string?)fields[LastName]);
            missing.Remove(Name);
        }

        return new(fields, missing);
    }

    /// <summary>The fields as one JSON object.</summary>
    public string ToJson() => Fields.ToJsonString(ItemJson.Options);

    /// <summary>Other fields of the same record, with some of these among them.</summary>
    public string AddTo(string fieldsJson, IReadOnlyList<string> names)
    {
        var all = JsonNode.Parse(fieldsJson)!.AsObject();
        foreach (var name in names.Where(Fields.ContainsKey))
        {
            all[name] = Fields[name]?.DeepClone();
        }

        return all.ToJsonString(ItemJson.Options);
    }

    private static string? FullName(string? first, string? last) => $"{first} {last}".Trim() is { Length: > 0 } name ? name : null;

    /// <summary>Whether the record has the field at all; if so, with which value.</summary>
    private static bool TryRead(SalesforceField field, JsonElement body, out JsonNode? value)
    {
        value = null;
        var found = false;
        foreach (var path in field.Paths)
        {
            if (At(body, path) is not { } raw)
            {
                continue;
            }

            found = true;
            if (Value(field, raw) is { } read)
            {
                value = read;
                return true;
            }
        }

        return found;
    }

    private static JsonElement? At(JsonElement body, string[] path)
    {
        JsonElement? at = body;
        foreach (var name in path)
        {
            // A related record that there is none of is null: its fields are empty too.
            at = at is { ValueKind: JsonValueKind.Null } ? at : at?.Field(name);
        }

        return at;
    }

    private static JsonValue? Value(SalesforceField field, JsonElement raw) => field.Kind switch
    {
        FieldKind.Number => Number(raw) is { } number ? JsonValue.Create(number) : null,
        FieldKind.Time => Time(Text(raw)) is { } time ? JsonValue.Create(time) : null,
        _ => Cleaned(field.Name, Text(raw)) is { Length: > 0 } text ? JsonValue.Create(text) : null,
    };

    private static string Cleaned(string name, string? text) =>
        name == Description ? ItemText.Clean(text, ItemLimits.BodyLengthMax) : ItemText.CleanLine(text, ItemLimits.TextLengthMax);

    private static string? Text(JsonElement raw) => raw.ValueKind switch
    {
        JsonValueKind.String => raw.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => raw.GetRawText(),
        _ => null,
    };

    private static decimal? Number(JsonElement raw) => raw.ValueKind switch
    {
        JsonValueKind.Number when raw.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(raw.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>A day stays a day; a moment is written in UTC, also from <c>2026-05-01T07:25:37.000+0000</c>.</summary>
    private static string? Time(string? text) =>
        text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text
        : ItemTime.Parse(text) is { } time ? ItemTime.Format(time)
        : null;

    private DateTimeOffset? TimeAt(string field) => (string?)Fields[field] is { } text ? LiteralText.TimeOf(text) : null;
}
