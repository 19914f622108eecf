using System.Security.Cryptography;
using Cortex.Api.Tests.Support;
using Cortex.Testing;
using Microsoft.IdentityModel.Tokens;

namespace Cortex.Api.Tests.Auth;

/// <summary>Who is let in, over real HTTP and a real key set.</summary>
public sealed class TokenTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const string Path = "/api/cortex/units";

    private static readonly Dictionary<string, Func<TestIssuer, string>> WrongTokens = new(StringComparer.Ordinal)
    {
        ["not a token"] = _ => "abc",
        ["three empty parts"] = _ => "..",
        ["expired a second ago"] = i => i.Token(With(i, "exp", Seconds(-1))),
        ["no expiry"] = i => i.Token(Without(i, "exp")),
        ["other issuer"] = i => i.Token(With(i, "iss", "https://securetoken.google.com/other")),
        ["no issuer"] = i => i.Token(Without(i, "iss")),
        ["other audience"] = i => i.Token(With(i, "aud", "other")),
        ["no audience"] = i => i.Token(Without(i, "aud")),
        ["empty sub"] = i => i.Token(With(i, "sub", "")),
        ["no sub"] = i => i.Token(Without(i, "sub")),
        ["sub of 129 characters"] = i => i.Token(With(i, "sub", new string('u', 129))),
        ["issued in the future"] = i => i.Token(With(i, "iat", Seconds(120))),
        ["signed in in the future"] = i => i.Token(With(i, "auth_time", Seconds(120))),
        ["auth_time is no time"] = i => i.Token(With(i, "auth_time", "yesterday")),
        ["alg none"] = i => i.Token(i.Claims("eve"), signing: null),
        ["HS256 under the public key"] = i => i.Token(i.Claims("eve"), new(new SymmetricSecurityKey(i.Key.Rsa.ExportRSAPublicKey()) { KeyId = i.Key.KeyId }, SecurityAlgorithms.HmacSha256)),
        ["RS512"] = i => i.Token(i.Claims("eve"), new(i.Key, SecurityAlgorithms.RsaSha512)),
        ["another key under a known kid"] = i => i.Token(i.Claims("eve"), new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = i.Key.KeyId }, SecurityAlgorithms.RsaSha256)),
        ["another key under an unknown kid"] = i => i.Token(i.Claims("eve"), new(TestIssuer.NewKey(), SecurityAlgorithms.RsaSha256)),
        ["claims changed after signing"] = i => Swap(i.Token("eve"), i.Token("adam")),
    };

    public static TheoryData<string> WrongTokenNames => [.. WrongTokens.Keys];

    [Theory]
    [MemberData(nameof(WrongTokenNames))]
    public async Task Token_Wrong_IsRefusedWithAChallenge(string name)
    {
        using var user = CortexClient.Of(fixture.Api.Anonymous.BaseAddress!, WrongTokens[name](fixture.Issuer));

        var reply = await user.SendAsync(HttpMethod.Get, Path);

        ProblemAssert.Is(401, reply);
        Assert.StartsWith("Bearer error=\"invalid_token\"", reply.Response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic YWRhOnNlY3JldA==")]
    [InlineData("Bearer")]
    public async Task Token_Missing_IsRefusedWithAChallenge(string? authorization)
    {
        (string, string)[] headers = authorization is null ? [] : [("Authorization", authorization)];

        var reply = await fixture.Api.Anonymous.SendAsync(HttpMethod.Get, Path, null, headers);

        ProblemAssert.Is(401, reply);
        Assert.StartsWith("Bearer", reply.Response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_Expired_SaysSo()
    {
        using var user = CortexClient.Of(fixture.Api.Anonymous.BaseAddress!, WrongTokens["expired a second ago"](fixture.Issuer));

        Assert.Contains("expired", ProblemAssert.Is(401, await user.SendAsync(HttpMethod.Get, Path)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iat", 30)]
    [InlineData("auth_time", 30)]
    public async Task Token_OfAClockSlightlyAhead_IsTaken(string claim, int seconds)
    {
        using var user = CortexClient.Of(fixture.Api.Anonymous.BaseAddress!, fixture.Issuer.Token(With(fixture.Issuer, claim, Seconds(seconds))));

        (await user.SendAsync(HttpMethod.Get, Path)).Ok();
    }

    [Fact]
    public async Task Token_WithASubOf128Characters_IsTaken()
    {
        using var user = fixture.Api.User(new string('u', 128));

        (await user.SendAsync(HttpMethod.Get, Path)).Ok();
    }

    [Fact]
    public async Task Config_WithoutAToken_SaysHowToSignIn()
    {
        var config = (await fixture.Api.Anonymous.SendAsync(HttpMethod.Get, "/api/cortex/config")).Ok();

        Assert.Equal("local", (string)config["auth"]!["mode"]!);
        Assert.Equal(TestIssuer.Project, (string)config["auth"]!["firebase"]!["projectId"]!);
        Assert.Equal("google-mail-ynxw", (string)config["nango"]!["integrations"]!["gmail"]!);
        Assert.Equal(("https://api.nango.dev", "https://connect.nango.dev"), ((string)config["nango"]!["apiUrl"]!, (string)config["nango"]!["connectUrl"]!));
        Assert.DoesNotContain(ApiProcess.SigningKey, config.ToJsonString(), StringComparison.Ordinal);
    }

    private static long Seconds(int fromNow) => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + fromNow;

    private static Dictionary<string, object> With(TestIssuer issuer, string claim, object value) => new(issuer.Claims("eve")) { [claim] = value };

    private static Dictionary<string, object> Without(TestIssuer issuer, string claim) => issuer.Claims("eve").Where(c => c.Key != claim).ToDictionary();

    private static string Swap(string token, string other) => string.Join('.', token.Split('.')[0], other.Split('.')[1], token.Split('.')[2]);
}
