using System.Collections.Frozen;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cortex.Sandbox.Providers.Salesforce;

/// <summary>Salesforce's REST API, as far as automations use it.</summary>
internal sealed partial class SalesforceProvider(Organisations organisations, SalesforceReports reports, TimeProvider time) : IProvider
{
    public string Name => ProviderNames.Salesforce;

    public IReadOnlySet<int> AlsoRetried { get; } = FrozenSet<int>.Empty;

    public JsonNode UsualError(int status) => SalesforceErrors.Usual(status);

    public ProviderResponse Handle(ProviderRequest request)
    {
        var organisation = organisations.Of(request.Connection.ConnectionId);
        lock (organisation.Access)
        {
            return request.Segments.ToArray() switch
            {
                ["services", "oauth2", "userinfo"] => ProviderResponse.Ok(OrganisationUsers.Info(OrganisationUsers.Me(organisation, request.Connection), request.Connection)),
                ["services", "data", var version, .. var path] when Version().IsMatch(version) => Data(organisation, request, path),
                _ => SalesforceErrors.NotFound(),
            };
        }
    }

    private ProviderResponse Data(Organisation organisation, ProviderRequest request, string[] path)
    {
        if (path is ["query"])
        {
            OrganisationUsers.Me(organisation, request.Connection);
            return request.Method == "GET" ? SoqlSearch.Answer(organisation, request.Query["q"].ToString()) : SalesforceErrors.MethodNotAllowed(request.Method);
        }

        if (path is not ["sobjects", var name, .. var rest] || SobjectTypes.Find(name) is not { } type)
        {
            return SalesforceErrors.NotFound();
        }

        var writing = new SobjectWriting(organisation, request, reports, time);
        return (request.Method, rest) switch
        {
            ("POST", []) => writing.Create(type),
            ("GET", [var id]) => SobjectReading.Get(organisation, type, id, request),
            ("PATCH", [var id]) => writing.Update(type, id),
            ("DELETE", [var id]) => writing.Delete(type, id),
            ("GET", [var field, var value]) => SobjectReading.GetByExternalId(organisation, type, field, value, request),
            ("PATCH", [var field, var value]) => writing.Upsert(type, field, value),
            _ => SalesforceErrors.MethodNotAllowed(request.Method),
        };
    }

    [GeneratedRegex(@"^v\d{2}\.0$")]
    private static partial Regex Version();
}
