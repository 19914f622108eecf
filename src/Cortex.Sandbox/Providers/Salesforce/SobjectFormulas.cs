using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Fields that follow from others.</summary>
internal static class SobjectFormulas
{
    public static JsonObject Apply(Organisation organisation, string type, JsonObject fields)
    {
        switch (type)
        {
            case "Lead" or "Contact" or SobjectTypes.User when Text(fields, "LastName") is { } last:
                fields["Name"] = $"{Text(fields, "FirstName")} {last}".Trim();
                break;
            case "Case":
                fields["IsClosed"] = Text(fields, "Status") == "Closed";
                if (organisation.Find(Text(fields, "ContactId"))?.Text("Email") is { } email)
                {
                    fields["ContactEmail"] = email;
                }

                break;
        }

        return fields;
    }

    private static string? Text(JsonObject fields, string name)
        => fields[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
