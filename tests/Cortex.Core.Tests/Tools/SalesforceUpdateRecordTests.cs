using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class SalesforceUpdateRecordTests
{
    private const string Tool = "salesforce.update_record";

    [Fact]
    public async Task Record_WithoutAnId_IsTheOneThatSetTheAutomationOff()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(204));

        var result = await bench.ExecuteAsync(Tool, new { @object = "Opportunity", fields = new { StageName = "Closed Won", Probability = 100, Description = "" } }, ToolBench.Record());

        Assert.Equal(new ToolResult.Completed("""{"id":"0065g00000AbcdeAAA"}"""), result);
        Assert.Equal(["PATCH /proxy/services/data/v59.0/sobjects/Opportunity/0065g00000AbcdeAAA"], bench.Salesforce.Calls);
        Assert.Equal("""{"StageName":"Closed Won","Probability":100,"Description":null}""", bench.Salesforce.Requests[0].Body);
    }

    [Fact]
    public async Task Record_ThatSetTheAutomationOff_IsChangedWhateverItsIdLooksLike()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(204));

        await bench.ExecuteAsync(Tool, new { @object = "Opportunity", fields = new { Probability = 5 } }, ToolBench.Record() with { RecordId = "deal-7" });

        Assert.Equal(["PATCH /proxy/services/data/v59.0/sobjects/Opportunity/deal-7"], bench.Salesforce.Calls);
    }

    [Fact]
    public async Task Record_OfAnId_IsThatOne()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(204));

        await bench.ExecuteAsync(Tool, new { @object = "Account", id = "0015g00000Abcde", fields = new { Rating = "Hot" } }, ToolBench.Record());

        Assert.Equal(["PATCH /proxy/services/data/v59.0/sobjects/Account/0015g00000Abcde"], bench.Salesforce.Calls);
    }

    [Theory]
    [InlineData("", "its id came out empty")]
    [InlineData("Acme", "is not the id of a Salesforce record")]
    [InlineData("0015g00000Abcde/../../User/1", "is not the id of a Salesforce record")]
    [InlineData("0015g00000Abcd?", "is not the id of a Salesforce record")]
    public async Task Id_ThatIsNone_IsRefusedBeforeAnyCall(string id, string said)
    {
        await using var bench = await ToolBench.StartAsync();

        var result = await bench.ExecuteAsync(
            Tool, new { @object = "Account", id, fields = new { Rating = "Hot" } }, ToolBench.Record(), new { @object = "Account", id = "{{ steps[0].output.id }}", fields = new { Rating = "Hot" } });

        Assert.Contains(said, Assert.IsType<ToolResult.Failed>(result).Sentence, StringComparison.Ordinal);
        Assert.Empty(bench.Salesforce.Requests);
    }

    [Fact]
    public async Task Trigger_OfAnotherKindOrProvider_HasNoRecordToChange()
    {
        await using var bench = await ToolBench.StartAsync();

        foreach (var item in new[] { ToolBench.Record("lead", "00Q5g00000AbcdeAAA"), ToolBench.Email() })
        {
            var result = await bench.ExecuteAsync(Tool, new { @object = "Opportunity", fields = new { StageName = "Closed Won" } }, item);
            Assert.Contains("was not set off by one", Assert.IsType<ToolResult.Failed>(result).Sentence, StringComparison.Ordinal);
        }

        Assert.Empty(bench.Salesforce.Requests);
    }

    [Fact]
    public async Task Record_ThatIsGone_Fails()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Error(404, "ENTITY_IS_DELETED", "entity is deleted"));

        var result = await bench.ExecuteAsync(Tool, new { @object = "Opportunity", fields = new { StageName = "Closed Won" } }, ToolBench.Record());

        Assert.Contains("no longer there", Assert.IsType<ToolResult.Failed>(result).Sentence, StringComparison.Ordinal);
    }
}
