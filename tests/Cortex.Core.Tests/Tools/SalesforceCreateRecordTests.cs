using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class SalesforceCreateRecordTests
{
    private const string Tool = "salesforce.create_record";
    private const string Upsert = $"PATCH /proxy/services/data/v59.0/sobjects/Lead/Cortex_Effect__c/{ToolBench.EffectKey}";
    private const string Insert = "POST /proxy/services/data/v59.0/sobjects/Lead";
    private const string UserInfo = "GET /proxy/services/oauth2/userinfo";

    private static readonly object Lead = new { @object = "Lead", fields = new { LastName = "Lopes", Company = "Acme", Email = "ana@example.com" } };
    private static readonly ToolResult Done = new ToolResult.Completed($$"""{"id":"{{SalesforceReplies.LeadId}}"}""");

    [Fact]
    public async Task Record_IsUpsertedByItsKey_WhereTheOrganisationKeepsIt()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Made);

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, Lead));
        Assert.Equal([Upsert], bench.Salesforce.Calls);
        Assert.Equal("""{"LastName":"Lopes","Company":"Acme","Email":"ana@example.com"}""", bench.Salesforce.Requests[0].Body);
    }

    [Fact]
    public async Task Record_IsInsertedElsewhere_AndTheOrganisationIsNotAskedAgain()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.NoKey, SalesforceReplies.Made, SalesforceReplies.Made);

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, Lead));
        Assert.Equal(Done, await bench.ExecuteAsync(Tool, Lead));
        Assert.Equal([Upsert, Insert, Insert], bench.Salesforce.Calls);
        Assert.Equal(bench.Salesforce.Requests[0].Body, bench.Salesforce.Requests[1].Body);
    }

    [Fact]
    public async Task Field_ThatIsNotThere_IsNoSignThatTheKeysFieldIsNot()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Error(400, "INVALID_FIELD", "No such column 'Company' on sobject of type Lead", "Company"));

        Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync(Tool, Lead));
        Assert.Equal([Upsert], bench.Salesforce.Calls);
    }

    [Fact]
    public async Task Object_ThatTheUserMayNotMake_IsSaidToBeThat()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.NoKey, SalesforceReplies.Error(404, "NOT_FOUND", "The requested resource does not exist"));

        Assert.Contains("no Lead here", Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync(Tool, Lead)).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+30 days", "2026-09-20")]
    [InlineData("tomorrow", "2026-08-22")]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("2026-12-24T23:30:00Z", "2026-12-24")]
    [InlineData("2026-05-01T07:25:37.000+0000", "2026-05-01")]
    public async Task Day_IsCountedFromWhenTheStepBegan(string said, string day)
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Made);

        await bench.ExecuteAsync(Tool, new { @object = "Opportunity", fields = new { Name = "Renewal", StageName = "Prospecting", CloseDate = said, Amount = "1,500.50" } });

        Assert.Equal($$"""{"Name":"Renewal","StageName":"Prospecting","CloseDate":"{{day}}","Amount":1500.50}""", bench.Salesforce.Requests[0].Body);
    }

    [Fact]
    public async Task Moment_OfAFieldThatTheCatalogDoesNotHave_IsOneInUtc()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Made);

        await bench.ExecuteAsync(Tool, new { @object = "Event", fields = new { Subject = "Call", StartDateTime = "tomorrow 09:00", EndDateTime = "+1 hour", Due__c = "+2 days" } });

        Assert.Equal(
            """{"Subject":"Call","StartDateTime":"2026-08-22T09:00:00Z","EndDateTime":"2026-08-21T19:59:30Z","Due__c":"2026-08-23"}""", bench.Salesforce.Requests[0].Body);
    }

    [Fact]
    public async Task WordsOfAnItem_AreNoTime()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Made);

        await bench.ExecuteAsync(
            Tool,
            new { @object = "Task", fields = new { Subject = "tomorrow", Description = "+3 days", Due__c = "today" } },
            written: new { @object = "Task", fields = new { Subject = "{{ subject }}", Description = "{{ body }}", Due__c = "{{ snippet }}" } });

        Assert.Equal("""{"Subject":"tomorrow","Description":"\u002B3 days","Due__c":"today"}""", bench.Salesforce.Requests[0].Body);
    }

    [Fact]
    public async Task WhatCameOutEmpty_IsLeftOut_AndWordsAreCutToTheirField()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Made);

        await bench.ExecuteAsync(Tool, new { @object = "Task", fields = new { Subject = new string('x', 300), Description = " ", Done__c = true } });

        Assert.Equal($$"""{"Subject":"{{new string('x', 254)}}\u2026","Done__c":true}""", bench.Salesforce.Requests[0].Body);
    }

    [Theory]
    [InlineData("me")]
    [InlineData("Ana Lopes")]
    [InlineData("ana@example.com")]
    public async Task Owner_IsTheUser_OrOneWhoIsNamed(string owner)
    {
        await using var bench = await ToolBench.StartAsync(owner == "me" ? SalesforceReplies.Me : SalesforceReplies.Found($$"""{"Id":"{{SalesforceReplies.MyId}}"}"""), SalesforceReplies.Made);

        Assert.Equal(Done, await bench.ExecuteAsync(Tool, new { @object = "Lead", fields = new { LastName = "Lopes", OwnerId = owner } }));

        Assert.Equal($$"""{"LastName":"Lopes","OwnerId":"{{SalesforceReplies.MyId}}"}""", bench.Salesforce.Requests[1].Body);
        if (owner == "me")
        {
            Assert.Equal(UserInfo, bench.Salesforce.Calls[0]);
        }
        else
        {
            var field = owner.Contains('@', StringComparison.Ordinal) ? "Email" : "Name";
            Assert.Equal($"SELECT Id FROM User WHERE IsActive = true AND {field} = '{owner}' LIMIT 2", bench.Salesforce.Requests[0].Soql());
        }
    }

    [Theory]
    [InlineData(0, "no active user called 'Ana'")]
    [InlineData(2, "several users called 'Ana'")]
    public async Task Owner_WhoIsNobody_OrSeveral_IsRefused(int users, string said)
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Found([.. Enumerable.Repeat("""{"Id":"0055g000001AbcdAAA"}""", users)]));

        Assert.Contains(said, Failed(await bench.ExecuteAsync(Tool, new { @object = "Lead", fields = new { OwnerId = "Ana" } })), StringComparison.Ordinal);
        Assert.Single(bench.Salesforce.Requests);
    }

    [Theory]
    [InlineData("Region__c", "LastName", "x", "'Region__c' is not an object")]
    [InlineData("Lead", "Last Name", "x", "is not the name of a field")]
    [InlineData("Lead", "Name) FROM User--", "x", "is not the name of a field")]
    [InlineData("Opportunity", "Amount", "a lot", "Amount came out as 'a lot'")]
    [InlineData("Opportunity", "CloseDate", "when it suits", "CloseDate came out as 'when it suits'")]
    [InlineData("Contact", "AccountId", "Acme", "the id of a record")]
    [InlineData("Contact", "AccountId", "../../Account/1", "the id of a record")]
    public async Task Input_ThatCannotBe_IsRefusedBeforeAnyCall(string record, string field, string value, string said)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Contains(said, Failed(await bench.ExecuteAsync(Tool, new { @object = record, fields = new Dictionary<string, string> { [field] = value } })), StringComparison.Ordinal);
        Assert.Empty(bench.Salesforce.Requests);
    }

    [Fact]
    public async Task Owner_WhomAnItemNames_IsRefusedBeforeAnyCall()
    {
        await using var bench = await ToolBench.StartAsync();

        var result = await bench.ExecuteAsync(
            Tool, new { @object = "Lead", fields = new { OwnerId = "me" } }, written: new { @object = "Lead", fields = new { OwnerId = "{{ subject }}" } });

        Assert.Contains("OwnerId came out as 'me'", Failed(result), StringComparison.Ordinal);
        Assert.Empty(bench.Salesforce.Requests);
    }

    [Fact]
    public async Task Record_OfNoFields_IsRefusedBeforeAnyCall()
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Contains("which fields to set", Failed(await bench.ExecuteAsync(Tool, new { @object = "Lead" })), StringComparison.Ordinal);
        Assert.Contains("which fields to set", Failed(await bench.ExecuteAsync(Tool, new { @object = "Lead", fields = new { LastName = "" } })), StringComparison.Ordinal);
        Assert.Empty(bench.Salesforce.Requests);
    }

    [Fact]
    public async Task Success_WithoutAnId_IsLookedFor()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(204));

        Assert.IsType<ToolResult.Unknown>(await bench.ExecuteAsync(Tool, Lead));
    }

    private static string Failed(ToolResult result) => Assert.IsType<ToolResult.Failed>(result).Sentence;
}
