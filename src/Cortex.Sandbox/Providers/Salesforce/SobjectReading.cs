namespace Cortex.Sandbox.Providers.Salesforce;

internal static class SobjectReading
{
    public static ProviderResponse Get(Organisation organisation, SobjectType type, string id, ProviderRequest request)
        => organisation.Find(id) is { } record && record.Type == type.Name ? Answer(organisation, type, record, request)
            : SalesforceIds.IsId(id) ? SalesforceErrors.NotFound()
            : SalesforceErrors.NoExternalId(id);

    public static ProviderResponse GetByExternalId(Organisation organisation, SobjectType type, string field, string value, ProviderRequest request)
    {
        if (!organisation.Custom.IsExternalId(type.Name, field))
        {
            return SalesforceErrors.NoExternalId(field);
        }

        return ByExternalId(organisation, type, organisation.Field(type, field)!.Name, value) is { } record
            ? Answer(organisation, type, record, request)
            : SalesforceErrors.NotFound();
    }

    public static Sobject? ByExternalId(Organisation organisation, SobjectType type, string field, string value)
        => organisation.Of(type.Name).FirstOrDefault(record => string.Equals(record.Text(field), value, StringComparison.OrdinalIgnoreCase));

    private static ProviderResponse Answer(Organisation organisation, SobjectType type, Sobject record, ProviderRequest request)
    {
        var whole = SobjectJson.Of(organisation, record);
        if (request.Query["fields"].ToString() is not { Length: > 0 } list)
        {
            return ProviderResponse.Ok(whole);
        }

        var json = SobjectJson.Attributes(record);
        foreach (var name in list.Split(',', StringSplitOptions.TrimEntries))
        {
            if (organisation.Field(type, name) is not { } field)
            {
                return SalesforceErrors.Malformed("INVALID_FIELD", $"No such column '{name}' on sobject of type {type.Name}");
            }

            json[field.Name] = whole[field.Name]?.DeepClone();
        }

        return ProviderResponse.Ok(json);
    }
}
