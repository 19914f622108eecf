using Cortex.Testing;

namespace Cortex.Api.Tests.Support;

internal static class ProblemAssert
{
    /// <summary>The answer is a refusal of the one form that all refusals have.</summary>
    /// <returns>Its sentence.</returns>
    public static string Is(int status, HttpJson.Reply reply)
    {
        Assert.True(reply.Status == status, $"Expected {status}, got {reply.Status}: {reply.Body}");
        Assert.Equal("application/problem+json", reply.Response.Content.Headers.ContentType?.MediaType);
        var problem = reply.Json.AsObject();
        Assert.Equal(status, (int)problem["status"]!);
        Assert.NotEmpty((string)problem["title"]!);
        Assert.NotEmpty((string)problem["detail"]!);
        Assert.Matches("^[0-9a-f]{32}$", (string)problem["traceId"]!);
        var error = (string)problem["error"]!;
        Assert.EndsWith(".", error, StringComparison.Ordinal);
        return error;
    }
}
