using System.Text.Json;
using Cortex.Sandbox.Hosting;
using Cortex.Sandbox.Tests.Support;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Cortex.Sandbox.Tests.Firebase;

public sealed class TokenTests
{
    [Fact]
    public async Task Token_ForAUser_HasFirebasesClaims()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var token = await IssueAsync(sandbox, new { uid = "uid_8fK2", email = "ada@example.com" });

        Assert.Equal("RS256", token.Alg);
        Assert.Equal("uid_8fK2", token.Subject);
        Assert.Equal("uid_8fK2", token.GetClaim("user_id").Value);
        Assert.Equal(["cortex-sandbox"], token.Audiences);
        Assert.Equal($"{sandbox.Service<SandboxAddress>().PublicUrl}/firebase/cortex-sandbox", token.Issuer);
        Assert.Equal("ada@example.com", token.GetClaim("email").Value);
        Assert.Equal("true", token.GetClaim("email_verified").Value);
        Assert.Equal("password", token.GetPayloadValue<JsonElement>("firebase").GetProperty("sign_in_provider").GetString());
        Assert.Equal(TimeSpan.FromHours(1), token.ValidTo - token.IssuedAt);
        Assert.Equal(token.GetClaim("iat").Value, token.GetClaim("auth_time").Value);
    }

    [Fact]
    public async Task Token_WithNegativeLife_ExpiredAndWasIssuedBeforeThat()
    {
        var time = new RecordingTime();
        await using var sandbox = await SandboxHost.StartAsync(time: time);

        var token = await IssueAsync(sandbox, new { uid = "u", expiresIn = -60 });

        Assert.Equal(time.GetUtcNow().UtcDateTime.AddSeconds(-60), token.ValidTo);
        Assert.Equal(token.ValidTo.AddHours(-1), token.IssuedAt);
    }

    [Fact]
    public async Task Token_CheckedByTheStandardHandlerThroughDiscovery_IsAcceptedAndTheExpiredOneIsNot()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var authority = $"{sandbox.Service<SandboxAddress>().PublicUrl}/firebase/cortex-sandbox";
        await using var api = await StartApiAsync(authority);
        using var http = Loopback.Client(api.Urls.First());

        Assert.Equal("uid_8fK2", await CallAsync(http, await IssueAsync(sandbox, new { uid = "uid_8fK2" })));
        Assert.Equal("Unauthorized", await CallAsync(http, await IssueAsync(sandbox, new { uid = "uid_8fK2", expiresIn = -600 })));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Discovery_AskedByEitherName_TellsTheSameIssuer(string host)
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var address = sandbox.Service<SandboxAddress>();
        using var http = Loopback.Client(address.LoopbackUrl.Replace("127.0.0.1", host, StringComparison.Ordinal));

        var discovery = await Answer.OfAsync(await http.GetAsync("/firebase/cortex-sandbox/.well-known/openid-configuration"));

        Assert.Equal($"{address.PublicUrl}/firebase/cortex-sandbox", discovery["issuer"].GetValue<string>());
    }

    [Fact]
    public async Task Token_WithoutUid_IsRefusedByName()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var answer = await sandbox.PostAsync("/sandbox/token", new { email = "ada@example.com" });

        Assert.Equal(400, answer.Status);
        Assert.Contains("uid", answer["error"].GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task<JsonWebToken> IssueAsync(SandboxHost sandbox, object request)
        => new((await sandbox.PostAsync("/sandbox/token", request))["idToken"].GetValue<string>());

    private static async Task<string> CallAsync(HttpClient http, JsonWebToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me");
        request.Headers.Authorization = new("Bearer", token.EncodedToken);
        var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : response.StatusCode.ToString();
    }

    private static async Task<WebApplication> StartApiAsync(string authority)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.Authority = authority;
            jwt.Audience = "cortex-sandbox";
            jwt.RequireHttpsMetadata = false;
            jwt.MapInboundClaims = false;
        });
        var app = builder.Build();
        app.MapGet("/me", (System.Security.Claims.ClaimsPrincipal user) => user.FindFirst("sub")!.Value).RequireAuthorization();
        await app.StartAsync();
        return app;
    }
}
