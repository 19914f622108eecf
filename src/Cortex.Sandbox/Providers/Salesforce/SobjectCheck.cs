using System.Text.Json;
using System.Text.Json.Nodes;
using static Cortex.Sandbox.Providers.Salesforce.SobjectFieldKind;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>What Salesforce refuses of the fields that a record is given.</summary>
internal static class SobjectCheck
{
    /// <summary>The first thing that is wrong; null if the fields can be set.</summary>
    public static ProviderResponse? Find(Organisation organisation, SobjectType type, JsonObject body)
        => body.Select(member => Find(organisation, type, member.Key, member.Value)).FirstOrDefault(fault => fault is not null);

    /// <summary>The required fields that a new record lacks.</summary>
    public static ProviderResponse? FindMissing(SobjectType type, JsonObject body)
    {
        var missing = type.Fields.Where(field => field.IsRequired && !body.Any(member => member.Key.Equals(field.Name, StringComparison.OrdinalIgnoreCase) && !IsEmpty(member.Value)))
            .Select(field => field.Name).ToArray();
        return missing.Length == 0 ? null : SalesforceErrors.Refused("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{string.Join(", ", missing)}]", missing);
    }

    public static bool IsEmpty(JsonNode? value) => value is null || (value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0);

    private static ProviderResponse? Find(Organisation organisation, SobjectType type, string name, JsonNode? value)
    {
        if (organisation.Field(type, name) is not { } field)
        {
            return SalesforceErrors.Malformed("INVALID_FIELD", $"No such column '{name}' on sobject of type {type.Name}");
        }

        if (field.IsReadOnly || organisation.Custom.IsExternalId(type.Name, name))
        {
            return SalesforceErrors.Refused(
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                $"Unable to create/update fields: {field.Name}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.",
                field.Name);
        }

        if (IsEmpty(value))
        {
            return field.IsRequired ? SalesforceErrors.Refused("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{field.Name}]", field.Name) : null;
        }

        return Kind(field, value!) ?? (value!.GetValueKind() == JsonValueKind.String ? Text(organisation, field, value.GetValue<string>()) : null);
    }

    private static ProviderResponse? Kind(SobjectField field, JsonNode value)
    {
        var (kind, text) = (value.GetValueKind(), value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null);
        var (fits, wanted) = field.Kind switch
        {
            Number => (kind == JsonValueKind.Number, "double"),
            Flag => (kind is JsonValueKind.True or JsonValueKind.False, "boolean"),
            Day => (SalesforceTime.IsDay(text), "date"),
            Moment => (SalesforceTime.Read(text) is not null, "datetime"),
            _ => (kind == JsonValueKind.String, "string"),
        };
        return fits ? null : SalesforceErrors.Malformed(
            "JSON_PARSER_ERROR", $"Cannot deserialize instance of {wanted} from {(text is null ? kind.ToString() : "VALUE_STRING")} value {value.ToJsonString()} or request may be missing a required field");
    }

    private static ProviderResponse? Text(Organisation organisation, SobjectField field, string text)
    {
        if (field.Kind == Reference && !SalesforceIds.IsId(text))
        {
            return SalesforceErrors.Refused("MALFORMED_ID", $"{field.Name}: id value of incorrect type: {text}", field.Name);
        }

        if (field.Target == SobjectTypes.User && organisation.Find(text)?.Type != SobjectTypes.User)
        {
            return SalesforceErrors.Refused("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field.Name);
        }

        if (text.Length > field.LengthMax)
        {
            return SalesforceErrors.Refused("STRING_TOO_LONG", $"{field.Name}: data value too large: {text} (max length={field.LengthMax})", field.Name);
        }

        return field.Values.Count == 0 || field.Values.Contains(text)
            ? null
            : SalesforceErrors.Refused("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", $"{field.Name}: bad value for restricted picklist field: {text}", field.Name);
    }
}
