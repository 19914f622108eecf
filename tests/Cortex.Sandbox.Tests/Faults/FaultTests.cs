using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Faults;

public sealed class FaultTests : ReceivedTest
{
    private const string SendPath = "/gmail/v1/users/me/messages/send";

    [Fact]
    public async Task Status_ForTwoCalls_HitsTwoInTheProvidersShapeAndRecordsThem()
    {
        await Sandbox.FaultAsync(new { match = "GET /proxy/gmail/v1/users/me/profile", status = 503, times = 2 });

        var statuses = new List<int>();
        for (var call = 0; call < 3; call++)
        {
            statuses.Add((await ProfileAsync()).Status);
        }

        Assert.Equal([503, 503, 200], statuses);
        var calls = (await Sandbox.GetAsync("/sandbox/calls?connectionId=c1"))["calls"].AsArray();
        Assert.Equal([503, 503, 200], calls.Select(call => call!["status"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Status_WithBodyAndHeaders_AnswersThem()
    {
        await Sandbox.FaultAsync(new { match = "/records", status = 429, body = new { error = new { code = "x" } }, headers = new Dictionary<string, string> { ["Retry-After"] = "7" } });

        var answer = await Sandbox.RecordsAsync("c1", "model=Contact");

        Assert.Equal(429, answer.Status);
        Assert.Equal("""{"error":{"code":"x"}}""", answer.Text);
        Assert.Equal(TimeSpan.FromSeconds(7), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Status_OnTheNangoApi_HasNangosShape()
    {
        await Sandbox.FaultAsync(new { match = "/records", status = 500 });

        Assert.Equal("server_error", (await Sandbox.RecordsAsync("c1", "model=Contact"))["error"]["code"]!.GetValue<string>());
        Assert.Equal(200, (await Sandbox.RecordsAsync("c1", "model=Contact")).Status);
    }

    [Theory]
    [InlineData("/records")]
    [InlineData("/proxy")]
    public async Task NeitherStatusNorDelay_ResetsTheConnection(string match)
    {
        await Sandbox.FaultAsync(new { match });

        await Assert.ThrowsAsync<HttpRequestException>(
            () => match == "/proxy" ? ProfileAsync() : Sandbox.RecordsAsync("c1", "model=Contact"));
    }

    [Fact]
    public async Task Delay_WithoutStatus_AnswersAsUsualAfterIt()
    {
        await Sandbox.FaultAsync(new { match = "/records", delayMs = 45_000 });

        var reading = Sandbox.RecordsAsync("c1", "model=Contact");
        await Time.BegunAsync(TimeSpan.FromSeconds(45));
        Assert.False(reading.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(45));

        Assert.Equal(200, (await reading).Status);
    }

    [Fact]
    public async Task Delay_FromOneTimeToAnother_IsWithinThem()
    {
        await Sandbox.FaultAsync(new { match = "/records", delayMs = 45_000, delayToMs = 45_000 });

        var reading = Sandbox.RecordsAsync("c1", "model=Contact");
        await Time.BegunAsync(TimeSpan.FromSeconds(45));
        Time.Advance(TimeSpan.FromSeconds(45));

        Assert.Equal(200, (await reading).Status);
    }

    [Theory]
    [InlineData("""{"match": "/records", "delayToMs": 5}""")]
    [InlineData("""{"match": "/records", "delayMs": 5, "delayToMs": 4}""")]
    [InlineData("""{"match": "/records", "delayMs": 5, "delayToMs": 600001}""")]
    public async Task Delay_ToATimeThatIsNone_Is400(string fault) => Assert.Equal(400, (await Sandbox.FaultAsync(System.Text.Json.Nodes.JsonNode.Parse(fault)!)).Status);

    [Fact]
    public async Task AfterEffect_OfASend_LosesTheAnswerButNotTheMail()
    {
        await Sandbox.FaultAsync(new { match = SendPath, afterEffect = true });

        await Assert.ThrowsAsync<HttpRequestException>(() => Sandbox.GmailAsync(
            "c1", HttpMethod.Post, "messages/send", new System.Text.Json.Nodes.JsonObject { ["raw"] = "VG86IGJAZXhhbXBsZS5jb20NCk1lc3NhZ2UtSUQ6IDxhQGI-DQoNCnk" }));

        var found = await Sandbox.GmailAsync("c1", HttpMethod.Get, "messages?q=rfc822msgid:a@b");
        Assert.Single(found["messages"].AsArray());
    }

    [Fact]
    public async Task Webhook_Dropped_NeverArrivesAndIsNotTriedAgain()
    {
        await Sandbox.FaultAsync(new { match = "webhook", drop = true });

        var answer = await Sandbox.AddAsync("c1", "Contact", new { id = "a" });

        Assert.Null(answer["webhook"]["status"]);
        Assert.Single(Receiver.Received);
        Assert.Single((await Sandbox.RecordsAsync("c1", "model=Contact"))["records"].AsArray());
        Assert.DoesNotContain(TimeSpan.FromSeconds(3), Time.Waits);
    }

    [Fact]
    public async Task Webhook_ResetOnTheWay_IsTriedAgain()
    {
        await Sandbox.FaultAsync(new { match = "webhook" });

        await Sandbox.AddAsync("c1", "Contact", new { id = "a" });
        await Time.BegunAsync(TimeSpan.FromSeconds(3));
        Time.Advance(TimeSpan.FromSeconds(3));

        await Receiver.ReceivedAsync(2);
    }

    [Theory]
    [InlineData("/records")]
    [InlineData("/proxy")]
    public async Task Connection_IsTheOnlyOneHit(string match)
    {
        await Sandbox.ConnectAsync("c2");
        await Sandbox.FaultAsync(new { match, status = 500, connectionId = "c2" });

        Task<Answer> CallAsync(string connection) =>
            match == "/proxy" ? Sandbox.GmailAsync(connection, HttpMethod.Get, "profile") : Sandbox.RecordsAsync(connection, "model=Contact");

        Assert.Equal((200, 500, 200), ((await CallAsync("c1")).Status, (await CallAsync("c2")).Status, (await CallAsync("c2")).Status));
    }

    [Fact]
    public async Task Clear_WaitingFaults_LetsCallsPass()
    {
        await Sandbox.FaultAsync(new { match = "/records", status = 500, times = 9 });
        await Sandbox.Http.DeleteAsync("/sandbox/faults");

        Assert.Equal(200, (await Sandbox.RecordsAsync("c1", "model=Contact")).Status);
    }

    private Task<Answer> ProfileAsync() => Sandbox.GmailAsync("c1", HttpMethod.Get, "profile");
}
