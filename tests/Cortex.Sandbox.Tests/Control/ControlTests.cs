using Cortex.Sandbox.Tests.Support;

namespace Cortex.Sandbox.Tests.Control;

public sealed class ControlTests
{
    [Fact]
    public async Task Connection_OfAnotherUser_Is409()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1", "u1");

        Assert.Equal(409, (await sandbox.ConnectAsync("c1", "u2")).Status);
    }

    [Fact]
    public async Task Connection_ToAnUnknownIntegration_Is400()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        Assert.Equal(400, (await sandbox.ConnectAsync("c1", key: "google-mail")).Status);
    }

    [Fact]
    public async Task Connection_WithoutId_GetsOneAndTheAddressOfItsUser()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.PostAsync("/sandbox/token", new { uid = "u1", email = "ada@example.com" });

        var answer = await sandbox.PostAsync("/sandbox/connections", new { uid = "u1", providerConfigKey = SandboxHost.GmailKey });

        var id = answer["connectionId"].GetValue<string>();
        Assert.True(Guid.TryParse(id, out _));
        Assert.Equal("ada@example.com", (await sandbox.GmailAsync(id, HttpMethod.Get, "profile"))["emailAddress"].GetValue<string>());
    }

    [Fact]
    public async Task Items_ForAnUnknownConnection_Is404()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        Assert.Equal(404, (await sandbox.AddAsync("nobody", "Message", new { id = "a" })).Status);
    }

    [Fact]
    public async Task Email_WithoutIdAndDate_GetsBoth()
    {
        await using var sandbox = await SandboxHost.StartAsync(time: new RecordingTime());
        await sandbox.ConnectAsync("c1");

        var answer = await sandbox.AddAsync("c1", "GmailEmail", new { sender = "bob@example.com", subject = "Hi" });

        var record = (await sandbox.RecordsAsync("c1", "model=GmailEmail"))["records"][0]!;
        Assert.Equal(answer["ids"][0]!.GetValue<string>(), record["id"]!.GetValue<string>());
        Assert.Equal("2026-08-21T18:40:00.000Z", record["date"]!.GetValue<string>());
    }

    [Fact]
    public async Task Body_WithAnUnknownMember_IsRefusedByName()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var answer = await sandbox.PostAsync("/sandbox/faults", new { match = "x", statsu = 500 });

        Assert.Equal(400, answer.Status);
        Assert.Contains("statsu", answer["error"].GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"connectionId":"c1","model":"message","records":[]}""")]
    [InlineData("""{"connectionId":"c1","model":"Message","records":[null]}""")]
    [InlineData("""{"connectionId":"c1","model":"Message","records":[7]}""")]
    [InlineData("""{"connectionId":"c1","model":"Message","records":[{"a":1,"a":2}]}""")]
    [InlineData("""{"connectionId":"c1","model":"Message"}""")]
    [InlineData("""{"connectionId":"c1","model":"Message","records":[],"duplicate":0}""")]
    [InlineData("""{"connectionId":"c1","model":"Message","records":[{}],"repeat":100001}""")]
    [InlineData("""{not json""")]
    public async Task Items_NotWellFormed_AreRefusedWithASentence(string body)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        var answer = await Answer.OfAsync(await sandbox.Http.PostAsync("/sandbox/items", content));

        Assert.Equal(400, answer.Status);
        Assert.NotEmpty(answer["error"].GetValue<string>());
    }

    [Fact]
    public async Task Message_OfAnOddShape_IsStoredAllTheSame()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");
        var headers = new object[] { new { name = "bad header:", value = "x" }, new { name = "Subject", value = "two\r\nlines" }, new { name = 5 } };

        var answer = await sandbox.AddAsync(
            "c1", "Message", new { id = "odd", internalDate = "99999999999999999", labelIds = new object?[] { 1, null }, payload = new { headers } });

        Assert.Equal(201, answer.Status);
        Assert.Equal(200, (await sandbox.GmailAsync("c1", HttpMethod.Get, "messages/odd")).Status);
    }

    [Fact]
    public async Task Items_RepeatedAwayFromTheProvider_AreManyRecordsWithIdsOfTheirOwn()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");

        var answer = await sandbox.PostAsync("/sandbox/items", new
        {
            connectionId = "c1",
            model = "GmailEmail",
            records = new object[] { new { id = "m", subject = "Hi" }, new { subject = "No id" } },
            repeat = 20_000,
            atProvider = false,
        });

        Assert.Equal(40_000, answer["added"].GetValue<int>());
        Assert.Equal(["m", "m-1"], answer["ids"].AsArray().Take(2).Select(id => id!.GetValue<string>()));
        Assert.Equal(404, (await sandbox.GmailAsync("c1", HttpMethod.Get, "messages/m")).Status);
        Assert.Equal(2, (await sandbox.RecordsAsync("c1", "model=GmailEmail&ids=m&ids=m-19999"))["records"].AsArray().Count);
    }

    [Fact]
    public async Task Overview_OfTheSandbox_CountsAndNamesItsUrls()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.ConnectAsync("c1");

        var overview = await sandbox.GetAsync("/sandbox");

        Assert.Equal(1, overview["counts"]["connections"]!.GetValue<int>());
        Assert.StartsWith("http://localhost:", overview["urls"]["firebaseAuthority"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain(SandboxHost.ApiKey, overview.Text, StringComparison.Ordinal);
    }
}
