using System.IO.Compression;
using System.Net.Http.Headers;
using Cortex.Api.Tests.Support;
using Cortex.Testing;

namespace Cortex.Api.Tests.Console;

/// <summary>What a browser is given at paths that are not the API's.</summary>
public sealed class ConsoleHostingTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/runs/run_1?step=2")]
    public async Task Page_IsGivenAtEveryPathOfTheConsole_WithItsPolicy_AndAskedForAgain(string path)
    {
        var reply = await GetAsync(path);

        Assert.Equal((200, BuiltConsole.Page), (reply.Status, reply.Body));
        Assert.Equal("text/html; charset=utf-8", reply.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", reply.Response.Headers.CacheControl?.ToString());
        Assert.Equal("same-origin-allow-popups", reply.Response.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        var policy = reply.Response.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("frame-src https://connect.nango.dev", policy);
        Assert.Contains(policy, p => p.StartsWith("connect-src 'self' https://api.nango.dev", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", string.Join("; ", policy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asset_WhoseNameChangesWithItsContent_IsKeptForEver_AndAFileThatKeepsItsNameIsNot()
    {
        var script = await GetAsync(BuiltConsole.ScriptPath);
        var icon = await GetAsync(BuiltConsole.IconPath);

        Assert.Equal((200, BuiltConsole.Script), (script.Status, script.Body));
        Assert.Equal("text/javascript; charset=utf-8", script.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", script.Response.Headers.CacheControl?.ToString());
        Assert.Equal((200, "image/svg+xml"), (icon.Status, icon.Response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("no-cache", icon.Response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("deflate", null)]
    [InlineData(null, null)]
    public async Task File_IsGivenInTheBestEncodingThatTheBrowserTakes(string? accepted, string? given)
    {
        foreach (var (path, text) in new[] { ("/units/unit_1", BuiltConsole.Page), (BuiltConsole.ScriptPath, BuiltConsole.Script) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (accepted is not null)
            {
                request.Headers.Add("Accept-Encoding", accepted);
            }

            using var response = await fixture.Api.Anonymous.SendAsync(request);

            Assert.Equal(given, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal("Accept-Encoding", response.Headers.Vary.Single());
            await using var body = await response.Content.ReadAsStreamAsync();
            using var reader = new StreamReader(given switch
            {
                "br" => new BrotliStream(body, CompressionMode.Decompress),
                "gzip" => new GZipStream(body, CompressionMode.Decompress),
                _ => body,
            });
            Assert.Equal(text, await reader.ReadToEndAsync());
        }
    }

    [Fact]
    public async Task File_ThatTheBrowserHas_Is304_InTheSameEncodingAlone()
    {
        var plain = Tag(await GetAsync("/"));
        var brotli = Tag(await GetAsync("/", ("Accept-Encoding", "br")));

        Assert.NotEqual(plain, brotli);
        Assert.Equal(304, (await GetAsync("/runs", ("If-None-Match", plain))).Status);
        Assert.Equal(304, (await GetAsync("/", ("Accept-Encoding", "br"), ("If-None-Match", brotli))).Status);
        Assert.Equal(200, (await GetAsync("/", ("Accept-Encoding", "br"), ("If-None-Match", plain))).Status);
    }

    [Fact]
    public async Task Head_SaysWhatGetWould_WithoutItsBody()
    {
        var reply = await fixture.Api.Anonymous.SendAsync(HttpMethod.Head, "/runs");

        Assert.Equal((200, "", (long)BuiltConsole.Page.Length), (reply.Status, reply.Body, reply.Response.Content.Headers.ContentLength));
    }

    [Theory]
    [InlineData("GET", "/api/nothing")]
    [InlineData("GET", "/api/cortex/nothing")]
    [InlineData("GET", "/health/nothing")]
    [InlineData("GET", "/openapi/nothing")]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/assets/index-00000000.js")]
    [InlineData("GET", "/assets/index-a1b2c3d4.js.br")]
    [InlineData("POST", "/")]
    [InlineData("POST", "/runs/run_1")]
    [InlineData("DELETE", "/assets/index-a1b2c3d4.js")]
    public async Task WhatIsNotTheConsoles_Is404_AsAProblem(string method, string path)
    {
        ProblemAssert.Is(404, await fixture.Api.Anonymous.SendAsync(HttpMethod.Parse(method), path));
    }

    [Fact]
    public async Task AnotherMethodOfARoute_Is405()
    {
        var reply = await GetAsync("/api/webhooks/nango");

        Assert.Equal(405, reply.Status);
        Assert.Equal("POST", reply.Response.Content.Headers.Allow.Single());
    }

    private static string Tag(HttpJson.Reply reply) => Assert.IsType<EntityTagHeaderValue>(reply.Response.Headers.ETag).ToString();

    private Task<HttpJson.Reply> GetAsync(string path, params (string Name, string Value)[] headers) =>
        fixture.Api.Anonymous.SendAsync(HttpMethod.Get, path, null, headers);
}
