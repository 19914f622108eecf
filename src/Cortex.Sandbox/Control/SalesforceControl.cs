using System.Text.RegularExpressions;
using Cortex.Sandbox.Connections;
using Cortex.Sandbox.Providers;
using Cortex.Sandbox.Providers.Salesforce;

namespace Cortex.Sandbox.Control;

/// <summary>What a Salesforce organisation has beside the standard fields.</summary>
internal static partial class SalesforceControl
{
    private const int FieldsMax = 500;

    public static void MapSalesforceControl(this IEndpointRouteBuilder routes) => routes.MapPut("/sandbox/salesforce", Set);

    private static IResult Set(CustomFieldsRequest request, ConnectionStore connections, Organisations organisations)
    {
        if (connections.Find(request.ConnectionId) is not { Provider: ProviderNames.Salesforce } connection)
        {
            return ControlResults.NotFound($"There is no Salesforce connection '{request.ConnectionId}'.");
        }

        var fields = new CustomFields(request.Fields ?? [], request.ExternalIds ?? []);
        string[] names = [.. fields.Texts, .. fields.ExternalIds];
        if (names.Length > FieldsMax)
        {
            return ControlResults.Invalid($"{names.Length} fields are named; an organisation may have {FieldsMax} of its own.");
        }

        if (names.FirstOrDefault(name => !Field().IsMatch(name) || SobjectTypes.Find(name.Split('.')[0]) is null) is { } wrong)
        {
            return ControlResults.Invalid($"'{wrong}' is not a custom field. Write an object and a name, like Lead.Region__c.");
        }

        var organisation = organisations.Of(connection.ConnectionId);
        lock (organisation.Access)
        {
            organisation.Set(fields);
        }

        return Results.Json(new { fields = fields.Texts, fields.ExternalIds });
    }

    [GeneratedRegex("^[A-Z][A-Za-z]*\\.[A-Za-z][A-Za-z0-9_]{0,39}__c$")]
    private static partial Regex Field();
}
