using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>A field that a query names: of the record, or of a record that it points at.</summary>
internal sealed record SoqlColumn(SobjectField Field, SobjectField? Through)
{
    public static SoqlColumn Of(Organisation organisation, SobjectType type, string name)
    {
        if (name.Split('.') is not [var relation, var related])
        {
            return new(organisation.Field(type, name) ?? throw SoqlFaultException.NoColumn(name, type.Name), null);
        }

        var through = type.Following(relation) ?? throw SoqlFaultException.Field(
            $"Didn't understand relationship '{relation}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.");
        var target = SobjectTypes.Find(through.Target!)!;
        return new(organisation.Field(target, related) ?? throw SoqlFaultException.NoColumn(related, target.Name), through);
    }

    public JsonNode? Value(Organisation organisation, Sobject record) => Through is null ? ValueOf(record) : Related(organisation, record) is { } related ? ValueOf(related) : null;

    public void Write(Organisation organisation, Sobject record, JsonObject json)
    {
        if (Through is null)
        {
            json[Field.Name] = ValueOf(record);
            return;
        }

        if (Related(organisation, record) is not { } related)
        {
            json.TryAdd(Through.Relation!, null);
            return;
        }

        if (json[Through.Relation!] is not JsonObject inner)
        {
            json[Through.Relation!] = inner = SobjectJson.Attributes(related);
        }

        inner[Field.Name] = ValueOf(related);
    }

    private Sobject? Related(Organisation organisation, Sobject record) => organisation.Find(record.Text(Through!.Name));

    private JsonNode? ValueOf(Sobject record) => Field.Name == "Id" ? record.Id : record[Field.Name]?.DeepClone();
}
