using Cortex.Core.Tests.Support;
using Cortex.Nango;

namespace Cortex.Core.Tests.Nango;

public sealed class NangoProxyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ProxyRequest Send => new(HttpMethod.Post, "/gmail/v1/users/me/messages/send", "google-mail-ynxw", "c-1", """{"raw":"eA"}""");

    [Fact]
    public async Task Call_OfAProvider_GoesThroughTheProxyAsItIs()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(201, """{"id":"m1"}"""));

        var response = await bench.Client.CallProviderAsync(Send, Cancellation);

        Assert.Equal(new ProxyResponse(201, """{"id":"m1"}""", null), response);
        var request = Assert.Single(bench.Server.Requests);
        Assert.Equal("POST /proxy/gmail/v1/users/me/messages/send", $"{request.Method} {request.Target}");
        Assert.Equal("""{"raw":"eA"}""", request.Body);
        Assert.Equal("application/json; charset=utf-8", request.Headers["Content-Type"]);
        Assert.Equal("c-1", request.Headers["Connection-Id"]);
        Assert.Equal("google-mail-ynxw", request.Headers["Provider-Config-Key"]);
        Assert.Equal($"Bearer {NangoBench.SecretKey}", request.Headers["Authorization"]);
        Assert.DoesNotContain("Retries", request.Headers.Keys);
    }

    [Theory]
    [InlineData(400, "{\"error\":{\"code\":400,\"message\":\"Invalid To header\"}}")]
    [InlineData(401, "{\"error\":{\"code\":401,\"status\":\"UNAUTHENTICATED\"}}")]
    [InlineData(429, "{\"error\":{\"code\":429}}")]
    [InlineData(500, "{\"error\":{\"code\":500}}")]
    [InlineData(503, "<html>busy</html>")]
    [InlineData(400, "[{\"errorCode\":\"INVALID_FIELD\",\"message\":\"no such column\"}]")]
    [InlineData(400, "{\"error\":\"invalid_grant\"}")]
    [InlineData(404, "")]
    public async Task Error_OfAProvider_IsReturned(int status, string body)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status, body, ("Retry-After", "9")));

        Assert.Equal(new ProxyResponse(status, body, TimeSpan.FromSeconds(9)), await bench.Client.CallProviderAsync(Send, Cancellation));
    }

    [Theory]
    [InlineData(400, "{\"error\":{\"code\":\"server_error\",\"message\":\"Failed to get connection\"}}", NangoFailure.UnknownConnection)]
    [InlineData(404, "{\"error\":{\"code\":\"unknown_provider_config\"}}", NangoFailure.Rejected)]
    [InlineData(424, "{\"error\":{\"code\":\"connection_refresh_backoff\"}}", NangoFailure.NeedsReauth)]
    [InlineData(429, "{\"error\":{\"code\":\"too_many_request\"}}", NangoFailure.Unavailable)]
    [InlineData(403, "{\"error\":{\"code\":\"forbidden\"}}", NangoFailure.Unauthorized)]
    [InlineData(500, "{\"message\":\"connect ECONNREFUSED\",\"code\":\"ECONNREFUSED\",\"status\":null,\"method\":\"get\"}", NangoFailure.Unavailable)]
    [InlineData(500, "", NangoFailure.Unavailable)]
    public async Task Error_OfNangosOwn_IsThrown(int status, string body, NangoFailure kind)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status, body));

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Send, Cancellation));

        Assert.Equal(kind, failure.Kind);
    }

    [Fact]
    public async Task Effect_ThatFails_IsNeverRepeatedByTheClient()
    {
        await using var bench = await NangoBench.StartAsync(options => options.ProviderCallTime = TimeSpan.FromMilliseconds(100));
        bench.Server.Script(Reply.Status(503), Reply.Reset(), Reply.Hang());

        await bench.Client.CallProviderAsync(Send, Cancellation);
        await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Send, Cancellation));
        await Assert.ThrowsAsync<NangoException>(() => bench.Client.CallProviderAsync(Send, Cancellation));

        Assert.Equal(3, bench.Server.Requests.Count);
    }

    [Fact]
    public async Task Answer_WithoutEnd_IsCut()
    {
        await using var bench = await NangoBench.StartAsync(options => options.ProviderAnswerBytesMax = 2_000);
        bench.Server.Script(Reply.Endless());

        Assert.Equal(2_000, (await bench.Client.CallProviderAsync(Send, Cancellation)).Body.Length);
    }

    [Theory]
    [InlineData("gmail/v1")]
    [InlineData("")]
    [InlineData("/../connections/c-1")]
    [InlineData("/gmail/../../records")]
    [InlineData("/%2e%2e/connections")]
    public async Task Path_ThatLeavesTheProxy_IsABug(string path)
    {
        await using var bench = await NangoBench.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => bench.Client.CallProviderAsync(Send with { Path = path }, Cancellation));
        Assert.Empty(bench.Server.Requests);
    }

    [Fact]
    public async Task Path_OfOddSegments_ArrivesEscaped()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json("{}"));
        var path = ProviderPath.Of("a b", "x/../y", "${secret}").With("q", "a&b=c d").With("q", "+#?").ToString();

        await bench.Client.CallProviderAsync(Send with { Path = path }, Cancellation);

        Assert.Equal(["POST /proxy/a%20b/x%2F..%2Fy/%24%7Bsecret%7D?q=a%26b%3Dc%20d&q=%2B%23%3F"], bench.Server.Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void Segment_ThatChangesThePath_IsRefused(string segment) => Assert.Throws<ArgumentException>(() => ProviderPath.Of("a", segment));
}
