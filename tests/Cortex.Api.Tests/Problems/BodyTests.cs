using System.Net.Http.Headers;
using System.Text;
using Cortex.Api.Tests.Support;
using Cortex.Testing;

namespace Cortex.Api.Tests.Problems;

/// <summary>Bodies that cannot be read, and what their senders are told.</summary>
public sealed class BodyTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("""{"name":"A","prompt":"p","colour":"red"}""", "colour")]
    [InlineData("""{"Name":"A","prompt":"p"}""", "Name")]
    [InlineData("""{"prompt":"p"}""", "name")]
    [InlineData("""{"name":7,"prompt":"p"}""", "name")]
    [InlineData("""{"name":null,"prompt":"p"}""", "name")]
    [InlineData("""{"name":["A"],"prompt":"p"}""", "name")]
    [InlineData("""{"name":"A","prompt":{"text":"p"}}""", "prompt")]
    [InlineData("""{"name":"A","prompt":"p\u0000"}""", "prompt")]
    [InlineData("""{"name":"   ","prompt":"p"}""", "name")]
    [InlineData("""{"name":"A\nB","prompt":"p"}""", "name")]
    [InlineData("""{"name":"A"}""", "prompt")]
    [InlineData("""{"name":"A","when":"w"}""", "when and then")]
    [InlineData("""{"name":"A","prompt":"p","when":"w","then":"t"}""", "either prompt")]
    [InlineData("""{"name":"A","name":"B","prompt":"p"}""", "JSON")]
    [InlineData("""{"name":"A","prompt":"\ud800"}""", "Unicode")]
    [InlineData("""{"name":"A",""", "JSON")]
    [InlineData("[]", "object")]
    [InlineData("null", "object")]
    [InlineData("", "JSON")]
    public async Task Body_Wrong_NamesWhatIsWrong(string body, string named)
    {
        var reply = await SendAsync(HttpMethod.Post, "/api/cortex/units", body, "application/json");

        Assert.Contains(named, ProblemAssert.Is(400, reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_Of200Characters_IsTaken_Of201IsNot()
    {
        Assert.Equal(503, (await SendAsync(HttpMethod.Post, "/api/cortex/units", $$"""{"name":"{{new string('n', 200)}}","prompt":"p"}""", "application/json")).Status);
        ProblemAssert.Is(400, await SendAsync(HttpMethod.Post, "/api/cortex/units", $$"""{"name":"{{new string('n', 201)}}","prompt":"p"}""", "application/json"));
    }

    [Fact]
    public async Task Body_Of64KiB_IsRead_BeyondItIsNot()
    {
        const string Frame = """{"name":"A","prompt":""}""";
        const int Most = 64 * 1024;

        // A prompt that long is the compiler's to refuse, and no silo is up to do it.
        Assert.Equal(503, (await SendAsync(HttpMethod.Post, "/api/cortex/units", Frame.Insert(Frame.Length - 2, new string('p', Most - Frame.Length)), "application/json")).Status);
        ProblemAssert.Is(413, await SendAsync(HttpMethod.Post, "/api/cortex/units", Frame.Insert(Frame.Length - 2, new string('p', Most - Frame.Length + 1)), "application/json"));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain; charset=utf-8")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData(null)]
    public async Task Body_WhateverItCallsItself_IsReadAsJson(string? contentType)
    {
        var uid = Seed.NewUid();
        var unit = await fixture.Seed.UnitAsync(uid);

        var right = await SendAsync(HttpMethod.Patch, $"/api/cortex/units/{unit}/status", """{"status":"disabled"}""", contentType, uid);
        var wrong = await SendAsync(HttpMethod.Patch, $"/api/cortex/units/{unit}/status", """{"status":"off"}""", contentType, uid);

        Assert.Equal(503, right.Status); // read, checked, and no silo is up to do it
        Assert.Contains("active, paused or disabled", ProblemAssert.Is(400, wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OfNothing_IsRefused()
    {
        var uid = Seed.NewUid();
        var unit = await fixture.Seed.UnitAsync(uid);

        ProblemAssert.Is(400, await SendAsync(HttpMethod.Patch, $"/api/cortex/units/{unit}", "{}", "application/json", uid));
    }

    [Theory]
    [InlineData("")]
    [InlineData("256")]
    public async Task IdempotencyKey_EmptyOrTooLong_IsRefused(string key)
    {
        using var user = fixture.Api.User(Seed.NewUid());

        var reply = await user.SendAsync(HttpMethod.Post, "/api/cortex/units", new { name = "A", prompt = "p" }, ("Idempotency-Key", key == "256" ? new string('k', 256) : key));

        Assert.Contains("Idempotency-Key", ProblemAssert.Is(400, reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_ForAnUnknownIntegration_NamesTheKnownOnes() =>
        Assert.Contains(Seed.Integration, ProblemAssert.Is(400, await SendAsync(HttpMethod.Post, "/api/cortex/connections/session", """{"providerConfigKey":"x"}""", null)), StringComparison.Ordinal);

    [Fact]
    public async Task Connection_OfAnUnknownIntegration_IsNotFound() =>
        ProblemAssert.Is(404, await SendAsync(HttpMethod.Post, "/api/cortex/connections", """{"connectionId":"x","providerConfigKey":"x"}""", null));

    private async Task<HttpJson.Reply> SendAsync(HttpMethod method, string path, string body, string? contentType, string? uid = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", fixture.Issuer.Token(uid ?? Seed.NewUid()));
        using var response = await fixture.Api.Anonymous.SendAsync(request);
        return new((int)response.StatusCode, response, await response.Content.ReadAsStringAsync());
    }
}
