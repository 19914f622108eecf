using Cortex.Core.Tests.Support;
using Cortex.Nango;

namespace Cortex.Core.Tests.Nango;

/// <summary>Every error that Nango documents or its proxy passes on, in its own shape: whose it is, and what it means.</summary>
public sealed class NangoErrorShapeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Errors that say the same whether a provider or Nango itself was asked.</summary>
    [Theory]
    [InlineData(400, """{"error":{"code":"invalid_headers","errors":[{"code":"invalid_type","message":"Required","path":["connection-id"]}]}}""", NangoFailure.Rejected)]
    [InlineData(400, """{"error":{"code":"invalid_body","errors":[{"code":"unrecognized_keys","message":"Unrecognized key","path":[]}]}}""", NangoFailure.Rejected)]
    [InlineData(400, """{"error":{"code":"invalid_query_params","errors":[{"code":"unrecognized_keys","message":"Unrecognized key: \"limits\"","path":[]},{"code":"invalid_format","message":"Invalid time","path":["modified_after"]}]}}""", NangoFailure.Rejected)]
    [InlineData(400, """{"error":{"code":"server_error","message":"Failed to get connection"}}""", NangoFailure.UnknownConnection)]
    [InlineData(400, """{"error":{"code":"unknown_connection","message":"No connection for these names"}}""", NangoFailure.UnknownConnection)]
    [InlineData(404, """{"error":{"code":"unknown_provider_config","message":"There is no such integration"}}""", NangoFailure.Rejected)]
    [InlineData(404, """{"error":{"code":"not_found","message":"No such endpoint"}}""", NangoFailure.Rejected)]
    [InlineData(400, """{"error":{"code":"server_error","message":"Failed to get connection credentials: the refresh was refused"}}""", NangoFailure.NeedsReauth)]
    [InlineData(424, """{"error":{"code":"server_error","message":"Failed to get connection credentials: the refresh was refused"}}""", NangoFailure.NeedsReauth)]
    [InlineData(424, """{"error":{"code":"connection_refresh_backoff","message":"Refreshing failed a moment ago"}}""", NangoFailure.NeedsReauth)]
    [InlineData(424, """{"error":{"code":"refresh_exhausted","message":"Refreshing failed for days"}}""", NangoFailure.NeedsReauth)]
    [InlineData(424, """{"error":{"code":"invalid_credentials","message":"Refreshing failed","payload":{"connection":{"connection_id":"c","provider_config_key":"p"}}}}""", NangoFailure.NeedsReauth)]
    [InlineData(400, """{"error":{"code":"base_url_override_disabled"}}""", NangoFailure.Rejected)]
    [InlineData(400, """{"error":{"code":"missing_api_url","message":"The provider has no address"}}""", NangoFailure.Rejected)]
    [InlineData(400, """{"error":{"code":"unsupported_provider"}}""", NangoFailure.Rejected)]
    [InlineData(401, """{"error":{"code":"missing_auth_header"}}""", NangoFailure.Unauthorized)]
    [InlineData(401, """{"error":{"code":"invalid_secret_key_format","message":"Not a UUID"}}""", NangoFailure.Unauthorized)]
    [InlineData(401, """{"error":{"code":"unknown_account"}}""", NangoFailure.Unauthorized)]
    [InlineData(402, """{"error":{"code":"plan_limit","message":"The plan does not include this"}}""", NangoFailure.Unauthorized)]
    [InlineData(403, """{"error":{"code":"forbidden","message":"Insufficient scope. Required: environment:proxy"}}""", NangoFailure.Unauthorized)]
    [InlineData(415, """{"error":{"code":"invalid_content_type"}}""", NangoFailure.Rejected)]
    [InlineData(429, """{"error":{"code":"too_many_request","method":"GET","path":"/records"}}""", NangoFailure.Unavailable)]
    [InlineData(500, """{"error":{"code":"server_error","message":"Something broke"}}""", NangoFailure.Unavailable)]
    [InlineData(500, """{"error":{"code":"generic_error_support","message":"Ask for support","payload":"9b7f"}}""", NangoFailure.Unavailable)]
    public async Task Error_OfNangos_IsThrownWhicheverWayItWasAsked(int status, string body, NangoFailure kind)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status, body), Reply.Status(status, body));

        var proxied = await Assert.ThrowsAsync<NangoException>(() => CallAsync(bench));
        var direct = await Assert.ThrowsAsync<NangoException>(() => bench.Client.TriggerSyncAsync("p", "c", [], Cancellation));

        Assert.Equal((kind, kind), (proxied.Kind, direct.Kind));
        Assert.Contains($"HTTP {status}", direct.Message, StringComparison.Ordinal);
    }

    /// <summary>What Nango answers for a provider that it does not reach.</summary>
    [Theory]
    [InlineData("""{"message":"connect ECONNREFUSED 10.1.2.3:443","code":"ECONNREFUSED","status":null,"method":"get"}""")]
    [InlineData("""{"message":"getaddrinfo ENOTFOUND api.example.org","code":"ENOTFOUND","status":500,"method":"post"}""")]
    [InlineData("")]
    public async Task Provider_ThatNangoCannotReach_IsUnavailable(string body)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(500, body));

        Assert.Equal(NangoFailure.Unavailable, (await Assert.ThrowsAsync<NangoException>(() => CallAsync(bench))).Kind);
    }

    /// <summary>What providers answer, and Nango passes on.</summary>
    [Theory]
    [InlineData(403, """{"error":{"code":403,"message":"Request had insufficient authentication scopes.","status":"PERMISSION_DENIED","errors":[{"domain":"global","reason":"insufficientPermissions"}]}}""")]
    [InlineData(410, """{"error":{"code":410,"message":"Sync token is no longer valid.","errors":[{"domain":"calendar","reason":"fullSyncRequired"}]}}""")]
    [InlineData(500, """{"error":{"code":500,"message":"Backend Error","errors":[{"reason":"backendError"}]}}""")]
    [InlineData(400, """[{"errorCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing","fields":["LastName"]}]""")]
    [InlineData(403, """[{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":"TotalRequests Limit exceeded."}]""")]
    [InlineData(401, """{"error":"invalid_token","error_description":"expired"}""")]
    public async Task Error_OfAProvider_IsItsAnswer(int status, string body)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status, body));

        Assert.Equal(new ProxyResponse(status, body, null), await CallAsync(bench));
    }

    [Fact]
    public async Task RateLimit_OfAProvider_KeepsItsOwnWait()
    {
        await using var bench = await NangoBench.StartAsync();
        const string Body = """{"error":{"code":429,"message":"Too many concurrent requests for user.","status":"RESOURCE_EXHAUSTED"}}""";
        bench.Server.Script(Reply.Status(429, Body, ("Retry-After", "0")), Reply.Status(429, Body, ("Retry-After", "12")));

        Assert.Equal(TimeSpan.Zero, (await CallAsync(bench)).RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(12), (await CallAsync(bench)).RetryAfter);
    }

    [Theory]
    [InlineData("connection_refresh_backoff", "30", 30)]
    [InlineData("refresh_exhausted", null, null)]
    public async Task BrokenAuthorisation_KeepsTheWaitThatComesWithIt(string code, string? retryAfter, int? seconds)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(424, $$$"""{"error":{"code":"{{{code}}}"}}""", retryAfter is null ? [] : [("Retry-After", retryAfter)]));

        var failure = await Assert.ThrowsAsync<NangoException>(() => CallAsync(bench));

        Assert.Equal(NangoFailure.NeedsReauth, failure.Kind);
        Assert.Equal(seconds, (int?)failure.RetryAfter?.TotalSeconds);
    }

    /// <summary>Nothing tells a cursor that Nango cannot read from a store that is down.</summary>
    [Fact]
    public async Task Cursor_ThatNangoCannotRead_IsUnavailable()
    {
        await using var bench = await NangoBench.StartAsync(options => options.RetriesMax = 1);
        const string Body = """{"error":{"code":"server_error","message":"Failed to read records"}}""";
        bench.Server.Script(Reply.Status(500, Body), Reply.Status(500, Body));

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListRecordsAsync(new("p", "c", "M", null, "broken", null, 1), Cancellation));

        Assert.Equal(NangoFailure.Unavailable, failure.Kind);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    [InlineData(206)]
    [InlineData(204)]
    public async Task Success_OfAnyKind_CountsAlike(int status)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status), Reply.Status(status));

        Assert.True((await CallAsync(bench)).IsSuccess);
        await bench.Client.TriggerSyncAsync("p", "c", [], Cancellation);
    }

    private static Task<ProxyResponse> CallAsync(NangoBench bench) => bench.Client.CallProviderAsync(new(HttpMethod.Get, "/a", "p", "c"), Cancellation);
}
