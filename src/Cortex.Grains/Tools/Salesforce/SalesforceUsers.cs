using Cortex.Storage.Errors;

namespace Cortex.Tools.Salesforce;

/// <summary>Who the users of an organisation are.</summary>
internal sealed class SalesforceUsers(SalesforceCalls salesforce)
{
    /// <summary>The id of the user whose connection it is, or why it is not to be had.</summary>
    public async Task<(string? Id, ToolResult? Failure)> MeAsync(ProviderAccount account, CancellationToken cancellationToken)
    {
        var answer = await salesforce.GetAsync(account, SalesforceCalls.UserInfo, cancellationToken);
        return answer.Failure is not null ? (null, answer.Failure)
            : answer.Body.Text("user_id") is { } id && SalesforceId.IsId(id) ? (id, null)
            : (null, salesforce.Unreadable);
    }

    /// <summary>The id of the one active user of this name or email address.</summary>
    public async Task<(string? Id, ToolResult? Failure)> FindAsync(ProviderAccount account, string who, CancellationToken cancellationToken)
    {
        if (who.Length > SalesforceLimits.SoughtLengthMax)
        {
            return (null, new ToolResult.Failed($"The owner has {who.Length} characters: write a user's name or email address."));
        }

        var field = who.Contains('@', StringComparison.Ordinal) ? "Email" : "Name";
        var (users, answer) = await salesforce.QueryAsync(account, $"SELECT Id FROM User WHERE IsActive = true AND {field} = {Soql.Text(who)} LIMIT 2", cancellationToken);
        return (answer.Failure, users) switch
        {
            ({ } failure, _) => (null, failure),
            (_, [var user]) when user.Text("Id") is { } id && SalesforceId.IsId(id) => (id, null),
            (_, []) => (null, new ToolResult.Failed($"Salesforce has no active user called '{SalesforceLimits.Shown(who)}'. Write the user's full name or email address.", ErrorCodes.NotFound)),
            (_, [_, _, ..]) => (null, new ToolResult.Failed($"Salesforce has several users called '{SalesforceLimits.Shown(who)}'. Write the email address of the one who is meant.")),
            _ => (null, salesforce.Unreadable),
        };
    }
}
