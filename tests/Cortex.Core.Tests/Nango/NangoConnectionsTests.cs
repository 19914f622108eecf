using Cortex.Core.Tests.Support;
using Cortex.Nango;

namespace Cortex.Core.Tests.Nango;

public sealed class NangoConnectionsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connection_ThatIsThere_HasAnOwner()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json("""{"id":7,"connection_id":"c/1 x","provider_config_key":"google-mail-ynxw","provider":"google-mail","errors":[],"end_user":null,"tags":{"end_user_id":"uid_Grace","end_user_email":"grace@example.org"},"credentials":{}}"""));

        var connection = await bench.Client.FindConnectionAsync("google-mail-ynxw", "c/1 x", CallPriority.User, Cancellation);

        Assert.Equal(new("google-mail-ynxw", "c/1 x", "uid_Grace", "grace@example.org", false), connection);
        Assert.Equal(["GET /connections/c%2F1%20x?provider_config_key=google-mail-ynxw"], bench.Server.Calls);
    }

    [Fact]
    public async Task Connection_OfALegacyEndUser_HasAnOwnerToo()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json("""{"connection_id":"c","provider_config_key":"p","errors":[{"type":"sync"},{"type":"auth"}],"end_user":{"id":"uid_Grace","email":null},"tags":{}}"""));

        Assert.Equal(new("p", "c", "uid_Grace", null, true), await bench.Client.FindConnectionAsync("p", "c", CallPriority.User, Cancellation));
    }

    [Theory]
    [InlineData(404, "{\"error\":{\"code\":\"not_found\"}}")]
    [InlineData(400, "{\"error\":{\"code\":\"unknown_provider_config\"}}")]
    [InlineData(400, "{\"error\":{\"code\":\"unknown_connection\"}}")]
    public async Task Connection_ThatNangoDoesNotKnow_IsNull(int status, string body)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status, body));

        Assert.Null(await bench.Client.FindConnectionAsync("p", "c", CallPriority.User, Cancellation));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("ключ")]
    [InlineData("a\nb")]
    public async Task Connection_OfAnImpossibleName_IsNullWithoutACall(string connectionId)
    {
        await using var bench = await NangoBench.StartAsync();

        Assert.Null(await bench.Client.FindConnectionAsync("p", connectionId, CallPriority.User, Cancellation));
        await bench.Client.DeleteConnectionAsync("p", connectionId, Cancellation);
        Assert.Empty(bench.Server.Requests);
    }

    [Fact]
    public async Task Connection_WhoseRefreshFails_IsKnownAndBroken()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(424, """{"error":{"code":"invalid_credentials","payload":{"connection":{"connection_id":"c","provider_config_key":"p","tags":{"end_user_id":"u"}}}}}"""));

        Assert.Equal(new("p", "c", "u", null, true), await bench.Client.FindConnectionAsync("p", "c", CallPriority.User, Cancellation));
    }

    [Theory]
    [InlineData(404, "<html>", NangoFailure.Rejected)]
    [InlineData(424, "{\"error\":{\"code\":\"invalid_credentials\"}}", NangoFailure.NeedsReauth)]
    [InlineData(424, "oops", NangoFailure.NeedsReauth)]
    [InlineData(200, "{}", NangoFailure.Unavailable)]
    public async Task Connection_AskedOfSomethingElse_IsAFailureAndNotUnknown(int status, string body, NangoFailure kind)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status, body));

        Assert.Equal(kind, (await Assert.ThrowsAsync<NangoException>(() => bench.Client.FindConnectionAsync("p", "c", CallPriority.User, Cancellation))).Kind);
    }

    [Theory]
    [InlineData(200, "{\"success\":true}")]
    [InlineData(400, "{\"error\":{\"code\":\"unknown_connection\"}}")]
    [InlineData(404, "{\"error\":{\"code\":\"not_found\"}}")]
    public async Task Deletion_OfAConnectionThatIsThereOrGone_Succeeds(int status, string body)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(status, body));

        await bench.Client.DeleteConnectionAsync("p", "c", Cancellation);

        Assert.Equal(["DELETE /connections/c?provider_config_key=p"], bench.Server.Calls);
    }

    [Fact]
    public async Task Deletion_ThatIsRefused_Throws()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(403, "{\"error\":{\"code\":\"forbidden\"}}"));

        Assert.Equal(NangoFailure.Unauthorized, (await Assert.ThrowsAsync<NangoException>(() => bench.Client.DeleteConnectionAsync("p", "c", Cancellation))).Kind);
    }

    [Theory]
    [InlineData("grace@example.org", "{\"tags\":{\"end_user_id\":\"uid_Grace\",\"end_user_email\":\"grace@example.org\"},\"allowed_integrations\":[\"google-mail-ynxw\"]}")]
    [InlineData("not an address", "{\"tags\":{\"end_user_id\":\"uid_Grace\"},\"allowed_integrations\":[\"google-mail-ynxw\"]}")]
    [InlineData(null, "{\"tags\":{\"end_user_id\":\"uid_Grace\"},\"allowed_integrations\":[\"google-mail-ynxw\"]}")]
    public async Task Session_CarriesTheUserAsATag(string? email, string body)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(201, """{"data":{"token":"nango_connect_session_ab","connect_link":"https://connect.nango.dev/?session_token=ab","expires_at":"2026-08-21T19:30:00.000Z"}}"""));

        var session = await bench.Client.CreateConnectSessionAsync(new("uid_Grace"), email, ["google-mail-ynxw"], Cancellation);

        Assert.Equal(new("nango_connect_session_ab", "https://connect.nango.dev/?session_token=ab", NangoBench.Now.AddMinutes(30)), session);
        Assert.Equal(["POST /connect/sessions"], bench.Server.Calls);
        Assert.Equal(body, bench.Server.Requests[0].Body);
    }

    [Fact]
    public async Task Session_ForAnyProvider_RestrictsNothingAndIsNotRepeated()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(503));

        await Assert.ThrowsAsync<NangoException>(() => bench.Client.CreateConnectSessionAsync(new("u"), null, [], Cancellation));

        Assert.Equal("""{"tags":{"end_user_id":"u"}}""", Assert.Single(bench.Server.Requests).Body);
    }

    [Theory]
    [InlineData("grace@example.org", "{\"connection_id\":\"c-1\",\"integration_id\":\"salesforce-2\",\"tags\":{\"end_user_id\":\"uid_Grace\",\"end_user_email\":\"grace@example.org\"}}")]
    [InlineData(null, "{\"connection_id\":\"c-1\",\"integration_id\":\"salesforce-2\",\"tags\":{\"end_user_id\":\"uid_Grace\"}}")]
    public async Task Reconnect_CarriesTheTagsAgain(string? email, string body)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(201, """{"data":{"token":"nango_connect_session_cd","connect_link":"https://connect.nango.dev/?session_token=cd","expires_at":"2026-08-21T19:30:00.000Z"}}"""));

        var session = await bench.Client.CreateReconnectSessionAsync(new("uid_Grace"), email, "salesforce-2", "c-1", Cancellation);

        Assert.Equal(new("nango_connect_session_cd", "https://connect.nango.dev/?session_token=cd", NangoBench.Now.AddMinutes(30)), session);
        Assert.Equal(["POST /connect/sessions/reconnect"], bench.Server.Calls);
        Assert.Equal(body, bench.Server.Requests[0].Body);
    }

    [Theory]
    [InlineData("{\"error\":{\"code\":\"invalid_body\",\"message\":\"No such connection\"}}", NangoFailure.UnknownConnection)]
    [InlineData("{\"error\":{\"code\":\"invalid_body\",\"errors\":[{\"code\":\"custom\",\"message\":\"No such connection\",\"path\":[\"connection_id\"]}]}}", NangoFailure.UnknownConnection)]
    [InlineData("{\"error\":{\"code\":\"invalid_body\",\"errors\":[{\"code\":\"custom\",\"message\":\"No address\",\"path\":[\"tags\",\"end_user_email\"]}]}}", NangoFailure.Rejected)]
    [InlineData("{\"error\":{\"code\":\"resource_capped\"}}", NangoFailure.Rejected)]
    [InlineData("oops", NangoFailure.Rejected)]
    public async Task Reconnect_ThatNangoRefuses_TellsAnUnknownConnectionFromABadRequest(string body, NangoFailure kind)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Status(400, body));

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.CreateReconnectSessionAsync(new("u"), null, "p", "c", Cancellation));

        Assert.Equal(kind, failure.Kind);
    }

    [Fact]
    public async Task Reconnect_OfAnImpossibleName_IsUnknownWithoutACall()
    {
        await using var bench = await NangoBench.StartAsync();

        var failure = await Assert.ThrowsAsync<NangoException>(() => bench.Client.CreateReconnectSessionAsync(new("u"), null, "p", "..", Cancellation));

        Assert.Equal(NangoFailure.UnknownConnection, failure.Kind);
        Assert.Empty(bench.Server.Requests);
    }

    [Fact]
    public async Task Connections_OfAUser_AreListedPageByPage()
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(
            Reply.Json($$"""{"connections":[{{string.Join(',', Enumerable.Range(0, 99).Select(Listed))}},{"id":4}]}"""),
            Reply.Json($$"""{"connections":[{{Listed(99)}}]}"""));

        var list = await bench.Client.ListConnectionsAsync(new("uid/Grace"), Cancellation);

        Assert.True(list.IsComplete);
        Assert.Equal(100, list.Connections.Count);
        Assert.Equal(new("google-mail-ynxw", "c-99", "uid/Grace", null, true, NangoBench.Now), list.Connections[99]);
        Assert.Equal(
            ["GET /connections?tags%5Bend_user_id%5D=uid%2FGrace&limit=100&page=0", "GET /connections?tags%5Bend_user_id%5D=uid%2FGrace&limit=100&page=1"],
            bench.Server.Calls);
    }

    [Fact]
    public async Task Connections_BeyondTheLimit_AreLeftOutAndTheListSaysSo()
    {
        await using var bench = await NangoBench.StartAsync();
        var page = Reply.Json($$"""{"connections":[{{string.Join(',', Enumerable.Range(0, 100).Select(Listed))}}]}""");
        bench.Server.Script([.. Enumerable.Repeat(page, 11)]);

        var list = await bench.Client.ListConnectionsAsync(new("u"), Cancellation);

        Assert.False(list.IsComplete);
        Assert.Equal(1_000, list.Connections.Count);
        Assert.Equal(10, bench.Server.Requests.Count);
        Assert.Contains("more than 1000 connections", bench.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<html>")]
    public async Task Connections_FromAnAnswerThatIsNoList_AreUnavailable(string body)
    {
        await using var bench = await NangoBench.StartAsync();
        bench.Server.Script(Reply.Json(body));

        Assert.Equal(NangoFailure.Unavailable, (await Assert.ThrowsAsync<NangoException>(() => bench.Client.ListConnectionsAsync(new("u"), Cancellation))).Kind);
    }

    private static string Listed(int number) =>
        $$"""{"id":{{number}},"connection_id":"c-{{number}}","provider_config_key":"google-mail-ynxw","provider":"google-mail","errors":[{"type":"auth","log_id":"l"}],"end_user":null,"tags":{"end_user_id":"uid/Grace"},"metadata":null,"created":"2026-08-21T19:00:00.000Z"}""";
}
