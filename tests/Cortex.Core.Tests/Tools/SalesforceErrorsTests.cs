using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class SalesforceErrorsTests
{
    private static readonly object Lead = new { @object = "Lead", fields = new { LastName = "Lopes" } };

    [Theory]
    [InlineData(403, "REQUEST_LIMIT_EXCEEDED", typeof(ToolResult.NotDone), "limit of calls is reached")]
    [InlineData(400, "UNABLE_TO_LOCK_ROW", typeof(ToolResult.NotDone), "is changing the same")]
    [InlineData(503, "SERVER_UNAVAILABLE", typeof(ToolResult.Unknown), "not available at the moment")]
    [InlineData(500, "UNKNOWN_EXCEPTION", typeof(ToolResult.Unknown), "HTTP 500")]
    public async Task Failure_ThatPasses_SaysWhetherItWasDone(int status, string code, Type kind, string said)
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Error(status, code, "As it is"));

        var result = await bench.ExecuteAsync("salesforce.create_record", Lead);

        Assert.IsType(kind, result);
        var sentence = result is ToolResult.Unknown unknown ? unknown.Sentence : ((ToolResult.NotDone)result).Sentence;
        Assert.Contains(said, sentence, StringComparison.Ordinal);
        Assert.EndsWith(": As it is.", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_ThatSalesforceAsksFor_IsKept()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(503, "<html>", ("Retry-After", "30")));

        Assert.Equal(TimeSpan.FromSeconds(30), Assert.IsType<ToolResult.Unknown>(await bench.ExecuteAsync("salesforce.create_record", Lead)).After);
    }

    [Theory]
    [InlineData(400, "REQUIRED_FIELD_MISSING", "what to put into Company, Status.")]
    [InlineData(400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "values that Salesforce offers for Company, Status.")]
    [InlineData(400, "STRING_TOO_LONG", "a shorter text")]
    [InlineData(400, "DUPLICATES_DETECTED", "duplicate rules")]
    [InlineData(400, "DUPLICATE_VALUE", "the same value already")]
    [InlineData(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "a rule of your organisation")]
    [InlineData(400, "INVALID_FIELD_FOR_INSERT_UPDATE", "API name of a field")]
    [InlineData(400, "INVALID_TYPE", "no such object")]
    [InlineData(400, "MALFORMED_ID", "points at")]
    [InlineData(400, "INVALID_CROSS_REFERENCE_KEY", "points at")]
    [InlineData(403, "INSUFFICIENT_ACCESS_OR_READONLY", "may not do this")]
    [InlineData(403, "API_DISABLED_FOR_ORG", "Ask whoever looks after Salesforce")]
    [InlineData(400, "SOMETHING_NEW", "refused the request (SOMETHING_NEW)")]
    [InlineData(404, "ENTITY_IS_DELETED", "no longer there")]
    public async Task Failure_ThatStays_SaysWhatToDo(int status, string code, string said)
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Error(status, code, "As it is", "Company", "Status"));

        var sentence = Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("salesforce.create_record", Lead)).Sentence;

        Assert.Contains(said, sentence, StringComparison.Ordinal);
        Assert.Contains("As it is.", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]")]
    [InlineData("")]
    public async Task Authorisation_ThatNoLongerWorks_HoldsTheRun(string body)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(401, body));

        Assert.StartsWith("Salesforce needs to be reconnected: ", Assert.IsType<ToolResult.Held>(await bench.ExecuteAsync("salesforce.create_record", Lead)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_OfSalesforce_IsCutAndInOneLine()
    {
        await using var bench = await ToolBench.StartAsync(SalesforceReplies.Error(400, "SOMETHING_NEW", $"a\\nb{new string('x', 5_000)}"));

        var sentence = Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("salesforce.create_record", Lead)).Sentence;

        Assert.InRange(sentence.Length, 300, 450);
        Assert.DoesNotContain('\n', sentence);
    }
}
