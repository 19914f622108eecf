using System.Text.Json;
using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class SalesforceFindRecordTests
{
    private const string Tool = "salesforce.find_record";
    private const string Last = " ORDER BY LastModifiedDate DESC LIMIT 1";

    private static readonly ToolResult Nothing = new ToolResult.Completed("""{"found":false,"id":"","record":null}""");

    [Fact]
    public async Task Record_OfWhichTheFieldHasTheValue_IsFoundInTheCatalogsWords()
    {
        await using var bench = await ToolBench.StartAsync(
            SalesforceReplies.Found("""{"attributes":{"type":"Contact"},"Id":"0035g00000AbcdeAAA","Name":"Ana Lopes","Email":"ana@example.com","Phone":null,"Owner":{"Name":"Rui Costa"},"LastModifiedDate":"2026-05-01T07:25:37.000+0000"}"""));

        var result = await bench.ExecuteAsync(Tool, new { @object = "Contact", field = "Email", value = "ana@example.com" });

        Assert.Equal(
            "SELECT Id, Name, FirstName, LastName, Email, Phone, Title, AccountId, LeadSource, Description, OwnerId, Owner.Name, CreatedDate, LastModifiedDate FROM Contact WHERE Email = 'ana@example.com'" + Last,
            Assert.Single(bench.Salesforce.Requests).Soql());
        var expected = """{"found":true,"id":"0035g00000AbcdeAAA","record":{"Id":"0035g00000AbcdeAAA","Name":"Ana Lopes","Email":"ana@example.com","Phone":null,"OwnerName":"Rui Costa","LastModifiedDate":"2026-05-01T07:25:37.000Z"}}""";
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(Assert.IsType<ToolResult.Completed>(result).OutputJson)));
    }

    [Theory]
    [InlineData("Opportunity", "Amount", "25,000.50", "Amount = 25000.50")]
    [InlineData("Opportunity", "CloseDate", "tomorrow", "CloseDate = 2026-08-22")]
    [InlineData("Lead", "CreatedDate", "2026-05-01T07:25:37.000Z", "CreatedDate = 2026-05-01T07:25:37Z")]
    [InlineData("Opportunity", "AccountName", "Acme", "Account.Name = 'Acme'")]
    [InlineData("Account", "City", "Lisbon", "BillingCity = 'Lisbon'")]
    [InlineData("Case", "ContactEmail", "ana@example.com", "Contact.Email = 'ana@example.com'")]
    [InlineData("Account", "Region__c", "North", "Region__c = 'North'")]
    [InlineData("Note", "Title", "Minutes", "Title = 'Minutes'")]
    [InlineData("Event", "StartDateTime", "tomorrow 09:00", "StartDateTime = 2026-08-22T09:00:00Z")]
    [InlineData("Lead", "Name", "' OR Name != '", @"Name = '\' OR Name != \''")]
    [InlineData("Lead", "Name", @"\' LIMIT 1--", @"Name = '\\\' LIMIT 1--'")]
    [InlineData("Lead", "Name", "50% _x_", "Name = '50% _x_'")]
    [InlineData("Lead", "Name", "a\r\nb\tc\"d\u0001e", @"Name = 'a\r\nb\tc\""d e'")]
    [InlineData("Lead", "Name", "a&q=b#c${x}", "Name = 'a&q=b#c${x}'")]
    public async Task Value_IsALiteralOfItsFieldsKind_WhateverItHolds(string record, string field, string value, string condition)
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Found());

        Assert.Equal(Nothing, await bench.ExecuteAsync(Tool, new { @object = record, field, value }));
        Assert.EndsWith($" FROM {record} WHERE {condition}{Last}", Assert.Single(bench.Salesforce.Requests).Soql(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_CanBeTheUser()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Me, SalesforceReplies.Found());

        await bench.ExecuteAsync(Tool, new { @object = "Lead", field = "OwnerId", value = "me" });

        Assert.EndsWith($"WHERE OwnerId = '{SalesforceReplies.MyId}'{Last}", bench.Salesforce.Requests[1].Soql(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyValue_FindsNothing_AndAsksNobody()
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Equal(Nothing, await bench.ExecuteAsync(Tool, new { @object = "Contact", field = "Email", value = " " }));
        Assert.Empty(bench.Salesforce.Requests);
    }

    [Theory]
    [InlineData("Region__c", "Name", "x", "is not an object")]
    [InlineData("Lead", "Name = '' OR Id", "x", "not a field that can be searched")]
    [InlineData("Lead", "changed", "x", "not a field that can be searched")]
    [InlineData("Lead", "Owner.Name", "x", "not a field that can be searched")]
    [InlineData("Opportunity", "Amount", "a lot", "It takes a number")]
    [InlineData("Opportunity", "CloseDate", "soon", "It takes a day or a time")]
    public async Task Input_ThatCannotBe_IsRefusedBeforeAnyCall(string record, string field, string value, string said)
    {
        await using var bench = await ToolBench.StartAsync();

        var result = await bench.ExecuteAsync(Tool, new { @object = record, field, value });

        Assert.Contains(said, Assert.IsType<ToolResult.Failed>(result).Sentence, StringComparison.Ordinal);
        Assert.Empty(bench.Salesforce.Requests);
    }

    [Fact]
    public async Task Organisation_WithoutAStandardField_GivesWhatItHas()
    {
        await using var bench = await ToolBench.StartAsync(
            SalesforceReplies.Error(400, "INVALID_FIELD", "No such column 'Rating' on entity 'Account'."),
            SalesforceReplies.Found("""{"Id":"0015g00000AbcdeAAA"}"""),
            Reply.Json("""{"attributes":{"type":"Account"},"Id":"0015g00000AbcdeAAA","Name":"Acme"}"""));

        var result = await bench.ExecuteAsync(Tool, new { @object = "Account", field = "Name", value = "Acme" });

        Assert.Equal(new ToolResult.Completed("""{"found":true,"id":"0015g00000AbcdeAAA","record":{"Id":"0015g00000AbcdeAAA","Name":"Acme"}}"""), result);
        Assert.Equal($"SELECT Id FROM Account WHERE Name = 'Acme'{Last}", bench.Salesforce.Requests[1].Soql());
        Assert.Equal("GET /proxy/services/data/v59.0/sobjects/Account/0015g00000AbcdeAAA", bench.Salesforce.Calls[2]);
    }

    [Fact]
    public async Task Field_ThatTheOrganisationDoesNotHave_FailsAfterAll()
    {
        await using var bench = await ToolBench.StartAsync([.. Enumerable.Repeat(SalesforceReplies.Error(400, "INVALID_FIELD", "No such column 'Region__c' on entity 'Account'."), 2)]);

        var result = await bench.ExecuteAsync(Tool, new { @object = "Account", field = "Region__c", value = "North" });

        Assert.Contains("No such column 'Region__c'", Assert.IsType<ToolResult.Failed>(result).Sentence, StringComparison.Ordinal);
    }
}
