using Cortex.Core.Tests.Support;
using Cortex.Tools;

namespace Cortex.Core.Tests.Tools;

public sealed class GmailErrorsTests
{
    private static readonly object Email = new { to = "a@x.example", subject = "Hi", body = "Text" };

    [Theory]
    [InlineData(429, "{\"error\":{\"code\":429,\"message\":\"Too many concurrent requests for user\",\"status\":\"RESOURCE_EXHAUSTED\"}}", "limit is reached: Too many concurrent requests for user.")]
    [InlineData(403, "{\"error\":{\"code\":403,\"message\":\"Rate Limit Exceeded\",\"errors\":[{\"domain\":\"usageLimits\",\"reason\":\"rateLimitExceeded\"}]}}", "limit is reached")]
    [InlineData(403, "{\"error\":{\"code\":403,\"errors\":[{\"reason\":\"userRateLimitExceeded\"}]}}", "limit is reached")]
    [InlineData(429, "{\"error\":{\"code\":\"too_many_request\"}}", "could not be reached")]
    public async Task RefusalThatPasses_IsNotDone(int status, string body, string said)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(status, body, ("Retry-After", "30")));

        var notDone = Assert.IsType<ToolResult.NotDone>(await bench.ExecuteAsync("gmail.send_email", Email));

        Assert.Contains(said, notDone.Sentence, StringComparison.Ordinal);
        Assert.Equal((TimeSpan.FromSeconds(30), true), (notDone.After, notDone.IsAttempt));
    }

    /// <summary>An answer of Gmail's own ends its work; where somebody in between waited no longer, it may go on.</summary>
    [Theory]
    [InlineData(500, "{\"error\":{\"code\":500,\"message\":\"Backend Error\"}}", "HTTP 500", false)]
    [InlineData(502, "<html>", "HTTP 502", false)]
    [InlineData(503, "", "HTTP 503", false)]
    [InlineData(408, "", "HTTP 408", true)]
    [InlineData(504, "", "HTTP 504", true)]
    [InlineData(500, "{\"message\":\"socket hang up\",\"code\":\"ECONNRESET\"}", "could not be reached", true)]
    public async Task Failure_LeavesUnknownWhatWasDone(int status, string body, string said, bool mayStillHappen)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(status, body, ("Retry-After", "30")));

        var unknown = Assert.IsType<ToolResult.Unknown>(await bench.ExecuteAsync("gmail.send_email", Email));

        Assert.Contains(said, unknown.Sentence, StringComparison.Ordinal);
        Assert.Equal((TimeSpan.FromSeconds(30), mayStillHappen), (unknown.After, unknown.MayStillHappen));
    }

    /// <summary>A read changes nothing: whatever became of it, the email was not forwarded.</summary>
    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    public async Task FailureOfARead_IsNotDone(int status)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(status));

        Assert.IsType<ToolResult.NotDone>(await bench.ExecuteAsync("gmail.forward", new { to = "a@x.example" }));
    }

    [Theory]
    [InlineData(400, "{\"error\":{\"code\":400,\"message\":\"Invalid To header\"}}", "refused the request (HTTP 400): Invalid To header.")]
    [InlineData(403, "{\"error\":{\"code\":403,\"message\":\"Request had insufficient authentication scopes.\",\"status\":\"PERMISSION_DENIED\"}}", "grant all permissions that are asked for: Request had insufficient authentication scopes.")]
    [InlineData(404, "{\"error\":{\"code\":404}}", "no longer there")]
    [InlineData(413, "", "HTTP 413")]
    [InlineData(400, "{\"error\":{\"code\":\"server_error\",\"message\":\"Failed to get connection\"}}", "Connect Gmail again")]
    [InlineData(403, "{\"error\":{\"code\":\"forbidden\"}}", "NANGO_SECRET_KEY")]
    [InlineData(404, "{\"error\":{\"code\":\"unknown_provider_config\"}}", "unknown_provider_config")]
    public async Task Failure_ThatStays_SaysWhatToDo(int status, string body, string said)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(status, body));

        Assert.Contains(said, Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.send_email", Email)).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "{\"error\":{\"code\":401,\"message\":\"Request had invalid authentication credentials.\"}}")]
    [InlineData(424, "{\"error\":{\"code\":\"connection_refresh_backoff\"}}")]
    public async Task Authorisation_ThatNoLongerWorks_HoldsTheRun(int status, string body)
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(status, body));

        var held = Assert.IsType<ToolResult.Held>(await bench.ExecuteAsync("gmail.send_email", Email));

        Assert.StartsWith("Gmail needs to be reconnected: ", held.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_ThatBreaksOff_LeavesUnknownWhatWasDone()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Reset());

        Assert.True(Assert.IsType<ToolResult.Unknown>(await bench.ExecuteAsync("gmail.send_email", Email)).MayStillHappen);
        Assert.Single(bench.Gmail.Requests);
    }

    [Fact]
    public async Task Message_OfGmail_IsCutAndInOneLine()
    {
        await using var bench = await ToolBench.StartAsync(Reply.Status(400, $$$"""{"error":{"code":400,"message":"a\nb{{{new string('x', 5_000)}}}"}}"""));

        var sentence = Assert.IsType<ToolResult.Failed>(await bench.ExecuteAsync("gmail.send_email", Email)).Sentence;

        Assert.InRange(sentence.Length, 300, 450);
        Assert.DoesNotContain('\n', sentence);
    }
}
