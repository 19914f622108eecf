using Cortex.Core.Tests.Support;

namespace Cortex.Core.Tests.Tools;

/// <summary>What Salesforce answers.</summary>
internal static class SalesforceReplies
{
    public const string LeadId = "00Q5g00000AbcdeAAA";

    public const string MyId = "0055g000001AbcdAAA";

    public static Reply Made { get; } = Reply.Json($$"""{"id":"{{LeadId}}","success":true,"errors":[]}""");

    public static Reply Me { get; } = Reply.Json($$"""{"sub":"https://login.salesforce.com/id/00D5g0000000001AAA/{{MyId}}","user_id":"{{MyId}}","organization_id":"00D5g0000000001AAA"}""");

    /// <summary>The organisation does not have the field for our keys.</summary>
    public static Reply NoKey { get; } = Error(404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: Cortex_Effect__c");

    public static Reply Found(params string[] records) => Reply.Json($$"""{"totalSize":{{records.Length}},"done":true,"records":[{{string.Join(',', records)}}]}""");

    public static Reply Error(int status, string code, string message, params string[] fields) =>
        Reply.Status(status, $$"""[{"message":"{{message}}","errorCode":"{{code}}","fields":[{{string.Join(',', fields.Select(field => $"\"{field}\""))}}]}]""");

    /// <summary>The query of a request.</summary>
    public static string Soql(this RecordedRequest request)
    {
        var query = request.Target[(request.Target.IndexOf('?', StringComparison.Ordinal) + 1)..];
        Assert.StartsWith("q=", query, StringComparison.Ordinal);
        Assert.DoesNotContain('&', query);
        return Uri.UnescapeDataString(query[2..]);
    }
}
