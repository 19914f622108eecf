using System.Text.Json;
using Cortex.Nango;

namespace Cortex.Tools.Salesforce;

/// <summary>Calls Salesforce's REST API.</summary>
internal sealed class SalesforceCalls(INangoClient nango) : ProviderCalls(nango, AccountName)
{
    /// <summary>The account as users call it.</summary>
    public const string AccountName = "Salesforce";

    /// <summary>The API's version: the one that Nango's own templates use.</summary>
    public const string Version = "v59.0";

    private static readonly ProviderPath Data = ProviderPath.Of("services", "data", Version);

    /// <summary>Whose the connection is.</summary>
    public static ProviderPath UserInfo { get; } = ProviderPath.Of("services", "oauth2", "userinfo");

    /// <summary>Where an object's records are.</summary>
    public static ProviderPath Records(string name) => Data.Then("sobjects", name);

    /// <summary>The records that a query finds, as the API writes them. The query holds literals of <see cref="Soql"/> and names of the program or the catalog, and nothing else.</summary>
    public async Task<(IReadOnlyList<JsonElement> Records, ProviderAnswer Answer)> QueryAsync(ProviderAccount account, string soql, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(account, Data.Then("query").With("q", soql), cancellationToken);
        return ([.. answer.Failure is null ? answer.Body.Elements("records") : []], answer);
    }

    protected override ToolResult ErrorOf(int status, JsonElement body, TimeSpan? retryAfter) => SalesforceErrors.Of(status, body, retryAfter);
}
