using Cortex.Core.Tests.Support;
using Cortex.Storage.Errors;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

/// <summary>What is done before a record whose making may have been lost is made again.</summary>
public sealed class SalesforceFindMadeTests
{
    private const string Tool = "salesforce.create_record";

    private static readonly object Opportunity = new { @object = "Opportunity", fields = new { Name = "Acme renewal", Amount = "25000", CloseDate = "+30 days", AccountId = "0015g00000AbcdeAAA" } };
    private static readonly object Written = new { @object = "Opportunity", fields = new { Name = "{{ subject }}", Amount = "25000", CloseDate = "+30 days", AccountId = "0015g00000AbcdeAAA" } };
    private static readonly ToolResult Done = new ToolResult.Completed("""{"id":"0065g00000AbcdeAAA"}""");
    private static readonly Reply NoColumn = SalesforceReplies.Error(400, "INVALID_FIELD", "No such column 'Cortex_Effect__c' on entity 'Opportunity'.");

    [Fact]
    public async Task Key_ThatTheOrganisationKeeps_IsCertain()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Found("""{"Id":"0065g00000AbcdeAAA"}"""));

        Assert.Equal(Done, await bench.FindAsync(Tool, Opportunity));
        Assert.Equal($"SELECT Id FROM Opportunity WHERE Cortex_Effect__c = '{ToolBench.EffectKey}' LIMIT 1", Assert.Single(bench.Salesforce.Requests).Soql());
    }

    [Fact]
    public async Task Key_ThatIsNotThere_WasNeverMade()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Found(), SalesforceReplies.Error(404, "NOT_FOUND", "The requested resource does not exist"));

        Assert.Null(await bench.FindAsync(Tool, Opportunity));
        Assert.Equal($"GET /proxy/services/data/v59.0/sobjects/Opportunity/Cortex_Effect__c/{ToolBench.EffectKey}", bench.Salesforce.Calls[1]);
    }

    [Fact]
    public async Task Key_InAFieldThatIsNoExternalId_SaysNothing()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Found(), SalesforceReplies.NoKey, SalesforceReplies.Me, SalesforceReplies.Found(Made()));

        Assert.Equal(Done, await bench.FindAsync(Tool, Opportunity, Written));
    }

    [Fact]
    public async Task WithoutAKey_ItIsTheOneWithTheSameValuesThatTheUserMadeSince()
    {
        await using var bench = await ToolBench.StartAsync(NoColumn, SalesforceReplies.Me, SalesforceReplies.Found(Made(name: "Another"), Made(amount: "25000.0", account: "0015g00000Abcde")));

        Assert.Equal(Done, await bench.FindAsync(Tool, Opportunity, Written));
        Assert.Equal(
            "SELECT Id, Name, Amount, CloseDate, AccountId FROM Opportunity WHERE CreatedById = '0055g000001AbcdAAA' AND CreatedDate >= 2026-08-21T18:54:30Z ORDER BY CreatedDate DESC LIMIT 200",
            bench.Salesforce.Requests[2].Soql());
    }

    [Fact]
    public async Task WithoutAKey_ARecordThatEveryRunMakesAlike_MayBeAnotherRuns()
    {
        await using var bench = await ToolBench.StartAsync(NoColumn, SalesforceReplies.Me, SalesforceReplies.Found(Made(amount: "25000.0", account: "0015g00000Abcde")));

        Assert.Contains("may have been made", Assert.IsType<ToolResult.Failed>(await bench.FindAsync(Tool, Opportunity)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAKey_NothingOfTheNameMeansThatNothingWasMade()
    {
        await using var bench = await ToolBench.StartAsync(NoColumn, SalesforceReplies.Me, SalesforceReplies.Found(Made(name: "Another")));

        Assert.Null(await bench.FindAsync(Tool, Opportunity));
    }

    [Fact]
    public async Task WithoutAKey_AmongMoreThanAreLookedThrough_ThoseOfTheNameTell()
    {
        var many = SalesforceReplies.Found([.. Enumerable.Range(0, 200).Select(n => Made(name: $"Another {n}"))]);
        await using var made = await ToolBench.StartAsync(NoColumn, SalesforceReplies.Me, many, SalesforceReplies.Found(Made()));
        await using var none = await ToolBench.StartAsync(NoColumn, SalesforceReplies.Me, many, SalesforceReplies.Found());
        await using var open = await ToolBench.StartAsync(NoColumn, SalesforceReplies.Me, many, SalesforceReplies.Found([.. Enumerable.Range(0, 200).Select(_ => Made(amount: "1"))]));

        Assert.Equal(Done, await made.FindAsync(Tool, Opportunity, Written));
        Assert.EndsWith(" AND Name = 'Acme renewal' ORDER BY CreatedDate DESC LIMIT 200", made.Salesforce.Requests[3].Soql(), StringComparison.Ordinal);
        Assert.Null(await none.FindAsync(Tool, Opportunity, Written));
        Assert.IsType<ToolResult.Failed>(await open.FindAsync(Tool, Opportunity, Written));
    }

    [Fact]
    public async Task WithoutAKey_SeveralAlike_OrOneOfTheNameAlone_LeaveItOpen()
    {
        string[][] open = [[Made(), Made(id: "0065g00000FghijAAA")], [Made(amount: "1")]];
        foreach (var records in open)
        {
            await using var bench = await ToolBench.StartAsync(NoColumn, SalesforceReplies.Me, SalesforceReplies.Found(records));

            var failed = Assert.IsType<ToolResult.Failed>(await bench.FindAsync(Tool, Opportunity));
            Assert.Contains("may have been made", failed.Sentence, StringComparison.Ordinal);
            Assert.Equal(ErrorCodes.MayHaveHappened, failed.Code);
        }
    }

    [Fact]
    public async Task WithoutAKey_AFieldThatIsNotThereWasRefusedThenToo()
    {
        await using var bench = await ToolBench.StartAsync(NoColumn, SalesforceReplies.Me, SalesforceReplies.Error(400, "INVALID_FIELD", "No such column 'AccountId'"));

        Assert.Null(await bench.FindAsync(Tool, Opportunity));
    }

    [Fact]
    public async Task Step_ThatCouldNotBeSent_WasNot()
    {
        await using var bench = await ToolBench.StartAsync(NoColumn);

        Assert.Null(await bench.FindAsync(Tool, new { @object = "Opportunity", fields = new { Amount = "a lot" } }));
        Assert.Null(await bench.FindAsync(Tool, new { @object = "Nothing" }));
    }

    [Fact]
    public async Task Failure_OfTheSearch_ConcludesNothing()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(503));

        Assert.IsType<ToolResult.NotDone>(await bench.FindAsync(Tool, Opportunity));
    }

    private static string Made(string id = "0065g00000AbcdeAAA", string name = "Acme  Renewal ", string amount = "25000", string account = "0015g00000AbcdeAAA") =>
        $$"""{"attributes":{"type":"Opportunity"},"Id":"{{id}}","Name":"{{name}}","Amount":{{amount}},"CloseDate":"2026-09-20","AccountId":"{{account}}"}""";
}
