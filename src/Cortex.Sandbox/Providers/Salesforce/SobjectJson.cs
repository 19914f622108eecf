using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Records as the API answers them.</summary>
internal static class SobjectJson
{
    /// <summary>The whole record, empty fields as null.</summary>
    public static JsonObject Of(Organisation organisation, Sobject record)
    {
        var json = Attributes(record);
        foreach (var field in organisation.Fields(SobjectTypes.Find(record.Type)!))
        {
            json[field.Name] = field.Name == "Id" ? record.Id : record[field.Name]?.DeepClone();
        }

        return json;
    }

    /// <summary>A record with nothing but what it is.</summary>
    public static JsonObject Attributes(Sobject record) => new()
    {
        ["attributes"] = new JsonObject { ["type"] = record.Type, ["url"] = $"/services/data/v59.0/sobjects/{record.Type}/{record.Id}" },
    };
}
