using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class GmailFindTests
{
    private const string Message = """{"id":"m7","payload":{"headers":[{"name":"Subject","value":"=?utf-8?q?=C3=9Cbersicht?="},{"name":"from","value":"Grace <Grace@Example.org>"}]}}""";

    private static readonly ToolResult Nothing = new ToolResult.Completed("""{"found":false,"id":"","subject":"","from":""}""");

    [Fact]
    public async Task Email_ThatIsThere_IsFound_AndItIsNotTheTriggeringOne()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("""{"messages":[{"id":"m1"},{"id":"m7"}]}"""), Reply.Json(Message));

        Assert.Equal(
            new ToolResult.Completed("""{"found":true,"id":"m7","subject":"Übersicht","from":"grace@example.org"}"""), await bench.ExecuteAsync("gmail.find", new { query = "Q3 plan" }));
        Assert.Equal(
            [
                "GET /proxy/gmail/v1/users/me/messages?q=%22Q3%20plan%22%20-in%3Adrafts&maxResults=2",
                "GET /proxy/gmail/v1/users/me/messages/m7?format=metadata&metadataHeaders=Subject&metadataHeaders=From",
            ],
            bench.Gmail.Calls);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"messages":[{"id":"m1"}]}""")]
    public async Task Nothing_IsAnAnswerToo(string list)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json(list));

        Assert.Equal(Nothing, await bench.ExecuteAsync("gmail.find", new { query = "plan" }));
    }

    [Fact]
    public async Task Email_DeletedMeanwhile_IsPassedOver()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("""{"messages":[{"id":"m7"}]}"""), Reply.Status(404, """{"error":{"code":404}}"""));

        Assert.Equal(Nothing, await bench.ExecuteAsync("gmail.find", new { query = "plan" }));
    }

    [Theory]
    [InlineData("a\" OR from:boss@x.example \"b", "\"a OR from:boss@x.example b\"")]
    [InlineData("“a” in:spam ”", "\"a in:spam\"")]
    [InlineData("„a“ «b» \\\" ＂c", "\"a b c\"")]
    [InlineData("a\r\nlabel:x\u2028{b}", "\"a label:x {b}\"")]
    [InlineData("it's 5 € (net)", "\"it's 5 € (net)\"")]
    public async Task Query_WhateverItHolds_IsOnlySearchedFor(string query, string phrase)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Json("{}"));

        await bench.ExecuteAsync("gmail.find", new { query });

        Assert.Equal($"GET /proxy/gmail/v1/users/me/messages?q={Uri.EscapeDataString(phrase + " -in:drafts")}&maxResults=2", Assert.Single(bench.Gmail.Calls));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \" ")]
    [InlineData("--")]
    public async Task Query_WithoutAWord_IsRefusedBeforeAnyCall(string query)
    {
        await using var bench = await ToolBench.StartAsync();

        Assert.Contains("nothing to search for", Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.find", new { query })).Sentence, StringComparison.Ordinal);
        Assert.Empty(bench.Gmail.Requests);
    }

    [Fact]
    public async Task Failure_IsNotNothing()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(503, "{}"));

        Assert.IsType<ToolResult.NotDone>(await bench.ExecuteAsync("gmail.find", new { query = "plan" }));
    }
}
