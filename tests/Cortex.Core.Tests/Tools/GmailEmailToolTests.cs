using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class GmailEmailToolTests
{
    private const string Labels = """{"labels":[{"id":"INBOX","name":"INBOX","type":"system"},{"id":"Label_7","name":"Invoices","type":"user"}]}""";

    [Theory]
    [InlineData("gmail.archive", "modify", """{"removeLabelIds":["INBOX"]}""")]
    [InlineData("gmail.mark_read", "modify", """{"removeLabelIds":["UNREAD"]}""")]
    [InlineData("gmail.mark_spam", "modify", """{"addLabelIds":["SPAM"],"removeLabelIds":["INBOX"]}""")]
    [InlineData("gmail.star", "modify", """{"addLabelIds":["STARRED"]}""")]
    [InlineData("gmail.trash", "trash", "{}")]
    public async Task Tool_ChangesTheEmailInOneCall_AndMayDoSoAgain(string tool, string method, string body)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("""{"id":"m1"}"""));

        Assert.Equal(new ToolResult.Completed("""{"id":"m1"}"""), await bench.ExecuteAsync(tool, new { }));
        Assert.Equal([$"POST /proxy/gmail/v1/users/me/messages/m1/{method}"], bench.Gmail.Calls);
        Assert.Equal(body, bench.Gmail.Requests[0].Body);
        Assert.Equal(ToolEffect.Idempotent, bench.EffectOf(tool));
    }

    [Theory]
    [InlineData("gmail.archive")]
    [InlineData("gmail.mark_read")]
    [InlineData("gmail.mark_spam")]
    [InlineData("gmail.star")]
    [InlineData("gmail.trash")]
    [InlineData("gmail.remove_label")]
    [InlineData("gmail.forward")]
    public async Task Tool_WithoutATriggeringEmail_SaysSoBeforeAnyCall(string tool)
    {
        await using var bench = await ToolBench.StartAsync();

        foreach (var item in new[] { ToolBench.Email(kind: "event"), ToolBench.Email() with { Provider = Providers.GoogleCalendar }, ToolBench.Email(id: "../../labels") })
        {
            var failed = Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync(tool, new { label = "x", to = "a@x.example" }, item));
            Assert.Contains("was not set off by one", failed.Sentence, StringComparison.Ordinal);
        }

        Assert.Empty(bench.Gmail.Requests);
    }

    [Theory]
    [InlineData(404, typeof(ToolResult.Failed), "no longer there")]
    [InlineData(401, typeof(ToolResult.Held), "Reconnect Gmail")]
    [InlineData(429, typeof(ToolResult.NotDone), "limit")]
    [InlineData(503, typeof(ToolResult.Unknown), "failure of its own")]
    [InlineData(400, typeof(ToolResult.Failed), "refused")]
    public async Task Error_EndsInASentence(int status, Type result, string sentence)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(status, $$$"""{"error":{"code":{{{status}}},"message":"Something"}}"""));

        var ended = await bench.ExecuteAsync("gmail.archive", new { });

        Assert.IsType(result, ended);
        Assert.Contains(sentence, ended.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemoveLabel_TakesTheUsersLabelOff()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Labels), Reply.Json("{}"));

        Assert.Equal(new ToolResult.Completed("""{"label":"Invoices"}"""), await bench.ExecuteAsync("gmail.remove_label", new { label = " INVOICES" }));
        Assert.Equal(["GET /proxy/gmail/v1/users/me/labels", "POST /proxy/gmail/v1/users/me/messages/m1/modify"], bench.Gmail.Calls);
        Assert.Equal("""{"removeLabelIds":["Label_7"]}""", bench.Gmail.Requests[1].Body);
    }

    [Fact]
    public async Task RemoveLabel_ThatTheMailboxDoesNotHave_IsDoneAndMakesNone()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(Labels));

        Assert.IsType<ToolResult.Completed>(await bench.ExecuteAsync("gmail.remove_label", new { label = "Crew" }));
        Assert.Single(bench.Gmail.Calls);
    }

    [Fact]
    public async Task RemoveLabel_OfGmailsOwn_IsForTheProgramToSay_AndNotForAnEmail()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("{}"));

        Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.remove_label", new { label = "INBOX" }, written: new { label = "{{ subject }}" }));
        Assert.Empty(bench.Gmail.Requests);
        Assert.IsType<ToolResult.Completed>(await bench.ExecuteAsync("gmail.remove_label", new { label = "important" }));
        Assert.Equal("""{"removeLabelIds":["IMPORTANT"]}""", bench.Gmail.Requests[0].Body);
    }
}
