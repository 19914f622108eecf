using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Answers a query from an organisation's records.</summary>
internal sealed class SoqlSearch(Organisation organisation)
{
    public static ProviderResponse Answer(Organisation organisation, string text)
    {
        try
        {
            return ProviderResponse.Ok(new SoqlSearch(organisation).Find(SoqlQuery.Parse(text)));
        }
        catch (SoqlFaultException fault)
        {
            // As Salesforce does, the message begins with the query.
            return SalesforceErrors.Malformed(fault.Code, fault.Code == "INVALID_TYPE" ? fault.Message : $"\n{text}\n^\nERROR at Row:1:Column:1\n{fault.Message}");
        }
    }

    private JsonObject Find(SoqlQuery query)
    {
        var type = SobjectTypes.Find(query.Type) ?? throw new SoqlFaultException(
            "INVALID_TYPE", $"sObject type '{query.Type}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name.");
        var columns = query.Fields.Select(field => SoqlColumn.Of(organisation, type, field)).ToArray();
        var tests = query.Conditions.Select(condition => SoqlTest.Of(SoqlColumn.Of(organisation, type, condition.Field), condition)).ToArray();
        var order = query.OrderBy is null ? null : SoqlColumn.Of(organisation, type, query.OrderBy);
        var found = organisation.Of(type.Name).Where(record => Array.TrueForAll(tests, test => test.Holds(organisation, record)));
        if (order is not null)
        {
            found = query.IsDescending
                ? found.OrderByDescending(record => Key(order.Value(organisation, record)), StringComparer.OrdinalIgnoreCase)
                : found.OrderBy(record => Key(order.Value(organisation, record)), StringComparer.OrdinalIgnoreCase);
        }

        var page = found.Take(query.Limit ?? int.MaxValue).Select(record => (JsonNode?)Record(columns, record)).ToArray();
        return new JsonObject { ["totalSize"] = page.Length, ["done"] = true, ["records"] = new JsonArray(page) };
    }

    private JsonObject Record(SoqlColumn[] columns, Sobject record)
    {
        var json = SobjectJson.Attributes(record);
        foreach (var column in columns)
        {
            column.Write(organisation, record, json);
        }

        return json;
    }

    /// <summary>Times and days sort as texts; numbers are made as long as each other.</summary>
    private static string Key(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "",
        JsonValueKind.Number => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture).ToString("00000000000000000000.000000", CultureInfo.InvariantCulture),
        JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
