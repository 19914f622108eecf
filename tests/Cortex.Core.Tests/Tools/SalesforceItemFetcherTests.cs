using System.Text.Json;
using Cortex.Core.Tests.Support;
using Cortex.Items;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class SalesforceItemFetcherTests
{
    private static readonly Item Deal = ToolBench.Record(
        fields: """{"Id":"0065g00000AbcdeAAA","Name":"Acme renewal","OwnerName":"Old","StageName":"Prospecting"}""", missing: ["OwnerName", "AccountName", "CloseDate", "Unknown"]);

    [Fact]
    public async Task WhatIsMissing_IsReadInOneQuery()
    {
        await using var bench = await ToolBench.StartAsync(
            SalesforceReplies.Found("""{"Id":"0065g00000AbcdeAAA","Name":"Renamed","CloseDate":"2026-09-30","Account":{"Name":"Acme"},"Owner":{"Name":"Ana Lopes"}}"""));

        var fetched = await FetchAsync(bench, Deal);

        Assert.Equal(
            "SELECT Id, CloseDate, Account.Name, Owner.Name FROM Opportunity WHERE Id = '0065g00000AbcdeAAA' LIMIT 1", Assert.Single(bench.Salesforce.Requests).Soql());
        var expected = """{"Id":"0065g00000AbcdeAAA","Name":"Acme renewal","StageName":"Prospecting","CloseDate":"2026-09-30","AccountName":"Acme","OwnerName":"Ana Lopes"}""";
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(fetched.FieldsJson!)), fetched.FieldsJson);
        Assert.Null(fetched.Failure);
    }

    [Fact]
    public async Task Organisation_WithoutAStandardField_GivesWhatItHas()
    {
        await using var bench = await ToolBench.StartAsync(
            SalesforceReplies.Error(400, "INVALID_FIELD", "No such column 'CloseDate'"), Reply.Json("""{"Id":"0065g00000AbcdeAAA","CloseDate":"2026-09-30"}"""));

        var fields = JsonElement.Parse((await FetchAsync(bench, Deal)).FieldsJson!);

        Assert.Equal(("2026-09-30", null), (fields.Text("CloseDate"), fields.Text("AccountName")));
        Assert.Equal("GET /proxy/services/data/v59.0/sobjects/Opportunity/0065g00000AbcdeAAA", bench.Salesforce.Calls[1]);
    }

    [Fact]
    public async Task Record_ThatIsGone_IsNoFailure()
    {
        await using var bench = await ToolBench.StartAsync(
            SalesforceReplies.Found(), SalesforceReplies.Error(400, "INVALID_FIELD", "No such column"), SalesforceReplies.Error(404, "NOT_FOUND", "The requested resource does not exist"));

        Assert.Equal(new FetchedItem(Deal.FieldsJson, null), await FetchAsync(bench, Deal));
        Assert.Equal(new FetchedItem(Deal.FieldsJson, null), await FetchAsync(bench, Deal));
        Assert.Equal(3, bench.Salesforce.Requests.Count);
    }

    [Theory]
    [InlineData("0065g00000Abcde' OR Id != '")]
    [InlineData("1")]
    public async Task Id_ThatIsNone_IsNotAskedFor(string id)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Equal(new FetchedItem(Deal.FieldsJson, null), await FetchAsync(bench, Deal with { RecordId = id }));
        Assert.Empty(bench.Salesforce.Requests);
    }

    [Fact]
    public async Task Failure_IsTheRuns()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Error(401, "INVALID_SESSION_ID", "Session expired or invalid"), Reply.Status(503));

        Assert.IsType<ToolResult.Held>((await FetchAsync(bench, Deal)).Failure);
        Assert.IsType<ToolResult.NotDone>((await FetchAsync(bench, Deal)).Failure);
    }

    private static Task<FetchedItem> FetchAsync(ToolBench bench, Item item) =>
        bench.Service<IEnumerable<IItemFetcher>>().Single(fetcher => fetcher.Provider == Providers.Salesforce).FetchAsync(new("salesforce-2", "c-1"), item, TestContext.Current.CancellationToken);
}
