using System.Text.Json.Nodes;
using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Nango;

public sealed class ProxyTests : IAsyncLifetime
{
    private readonly RecordingTime time = new();
    private SandboxHost sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        sandbox = await SandboxHost.StartAsync(time: time);
        await sandbox.ConnectAsync("c1");
    }

    public async ValueTask DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task Headers_Missing_Is400()
        => Assert.Equal("invalid_headers", Code(await sandbox.NangoAsync(HttpMethod.Get, "/proxy/gmail/v1/users/me/profile")));

    [Fact]
    public async Task Connection_Unknown_Is400AndNoProviderIsCalled()
    {
        var answer = await sandbox.GmailAsync("nobody", HttpMethod.Get, "profile");

        Assert.Equal(400, answer.Status);
        Assert.Equal("server_error", Code(answer));
        Assert.Empty((await sandbox.GetAsync("/sandbox/calls"))["calls"].AsArray());
    }

    [Fact]
    public async Task Integration_Unknown_Is404()
    {
        var answer = await sandbox.NangoAsync(HttpMethod.Get, "/proxy/x", "c1", key: "other");

        Assert.Equal(404, answer.Status);
        Assert.Equal("unknown_provider_config", Code(answer));
    }

    [Theory]
    [InlineData("Retries", "many")]
    [InlineData("Retry-On", "404, 409")]
    public async Task Headers_Malformed_Is400(string name, string value)
        => Assert.Equal(
            "invalid_headers",
            Code(await sandbox.NangoAsync(HttpMethod.Get, "/proxy/gmail/v1/users/me/profile", "c1", headers: (name, value))));

    [Fact]
    public async Task Call_OfAnyKind_IsRecordedWithPathQueryBodyAndForwardedHeaders()
    {
        await sandbox.NangoAsync(
            HttpMethod.Post, "/proxy/gmail/v1/users/me/labels?a=b%20c", "c1", new JsonObject { ["name"] = "X" },
            headers: [("nango-proxy-X-Trace", "7"), ("X-Other", "8")]);

        var call = Assert.Single((await sandbox.GetAsync("/sandbox/calls?connectionId=c1"))["calls"].AsArray())!;
        Assert.Equal("POST", call["method"]!.GetValue<string>());
        Assert.Equal("/gmail/v1/users/me/labels", call["path"]!.GetValue<string>());
        Assert.Equal("a=b%20c", call["query"]!.GetValue<string>());
        Assert.Equal("""{"name":"X"}""", call["body"]!.ToJsonString());
        Assert.Equal("""{"nango-proxy-x-trace":"7"}""", call["headers"]!.ToJsonString());
        Assert.Equal(200, call["status"]!.GetValue<int>());
        Assert.Equal(SandboxHost.GmailKey, call["providerConfigKey"]!.GetValue<string>());

        Assert.Empty((await sandbox.GetAsync("/sandbox/calls?connectionId=c2"))["calls"].AsArray());
        await sandbox.Http.DeleteAsync("/sandbox/calls");
        Assert.Empty((await sandbox.GetAsync("/sandbox/calls"))["calls"].AsArray());
    }

    [Fact]
    public async Task Retries_Asked_AreMadeWithDoublingWaits()
    {
        await sandbox.FaultAsync(new { match = "profile", status = 503, times = 2 });

        var calling = sandbox.NangoAsync(HttpMethod.Get, "/proxy/gmail/v1/users/me/profile", "c1", headers: ("Retries", "2"));
        await time.BegunAsync(TimeSpan.FromSeconds(3));
        time.Advance(TimeSpan.FromSeconds(3));
        await time.BegunAsync(TimeSpan.FromSeconds(6));
        time.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(200, (await calling).Status);
        Assert.Equal(3, (await sandbox.GetAsync("/sandbox/calls"))["calls"].AsArray().Count);
    }

    [Fact]
    public async Task Calendar_Unknown_AnswersInGooglesShape()
    {
        await sandbox.ConnectAsync("cal", key: "google-calendar");

        var answer = await sandbox.NangoAsync(HttpMethod.Get, "/proxy/calendar/v3/calendars/a%40b.com/events/x", "cal", key: "google-calendar");

        Assert.Equal(404, answer.Status);
        Assert.Equal("notFound", answer["error"]["errors"]![0]!["reason"]!.GetValue<string>());
        var call = Assert.Single((await sandbox.GetAsync("/sandbox/calls?connectionId=cal"))["calls"].AsArray())!;
        Assert.Equal("/calendar/v3/calendars/a%40b.com/events/x", call["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task Salesforce_Unknown_AnswersInSalesforcesShape()
    {
        await sandbox.ConnectAsync("crm", key: "salesforce-2");

        var answer = await sandbox.NangoAsync(HttpMethod.Get, "/proxy/services/data/v59.0/sobjects/Lead/x", "crm", key: "salesforce-2");

        Assert.Equal(404, answer.Status);
        Assert.Equal("NOT_FOUND", answer.Json![0]!["errorCode"]!.GetValue<string>());
    }

    private static string Code(Answer answer) => answer["error"]["code"]!.GetValue<string>();
}
