using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Control;

public sealed class SyncFailureTests : ReceivedTest
{
    [Fact]
    public async Task Failure_OfTwoModels_IsOneWebhookThatStartsAtTheLastSuccess()
    {
        await Sandbox.AddAsync("c1", "Message", new { id = "a" });
        Time.Advance(TimeSpan.FromMinutes(5));

        await Sandbox.PostAsync("/sandbox/sync-failures", new { connectionId = "c1", models = new[] { "Message", "Thread" }, status = 403 });

        var body = JsonNode.Parse(Receiver.Received[2].Body)!;
        Assert.Equal("Message,Thread", body["model"]!.GetValue<string>());
        Assert.Equal("messages", body["syncName"]!.GetValue<string>());
        Assert.False(body["success"]!.GetValue<bool>());
        Assert.Equal("2026-08-21T18:40:00.000Z", body["startedAt"]!.GetValue<string>());
        Assert.Equal("2026-08-21T18:45:00.000Z", body["failedAt"]!.GetValue<string>());
        Assert.Equal("script_error", body["error"]!["type"]!.GetValue<string>());
        Assert.Equal(403, body["error"]!["additional_properties"]!["upstream_response"]!["body"]!["error"]!["code"]!.GetValue<int>());
        Assert.Null(body["modifiedAfter"]);
        Assert.Null(body["responseResults"]);
    }

    [Fact]
    public async Task Failure_ThatWasAborted_NamesNoModel()
    {
        await Sandbox.PostAsync("/sandbox/sync-failures", new { connectionId = "c1", models = Array.Empty<string>(), syncName = "messages" });

        var body = JsonNode.Parse(Receiver.Received[1].Body)!;
        Assert.Equal("", body["model"]!.GetValue<string>());
        Assert.Equal(body["failedAt"]!.GetValue<string>(), body["startedAt"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"connectionId":"c9","models":["Message"]}""", 404)]
    [InlineData("""{"connectionId":"c1","models":[]}""", 400)]
    [InlineData("""{"connectionId":"c1","models":["message"]}""", 400)]
    [InlineData("""{"connectionId":"c1","models":["Message"],"status":200}""", 400)]
    public async Task Failure_NotWellFormed_IsRefused(string body, int status)
        => Assert.Equal(status, (await Sandbox.PostAsync("/sandbox/sync-failures", JsonNode.Parse(body)!)).Status);
}
