using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cortex.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cortex.Api.Tests.Support;

/// <summary>Issues ID tokens, right ones and every kind of wrong one, and publishes its key as Firebase does.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Project = "test-project";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly int _port = FreePort.Find();
    private WebApplication? _app;

    public RsaSecurityKey Key { get; private set; } = NewKey();

    public string Authority => $"http://localhost:{_port}/{Project}";

    /// <summary>The claims of a right token, to be changed.</summary>
    public Dictionary<string, object> Claims(string uid)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new()
        {
            ["iss"] = Authority,
            ["aud"] = Project,
            ["sub"] = uid,
            ["user_id"] = uid,
            ["email"] = $"{uid}@example.com",
            ["auth_time"] = now - 10,
            ["iat"] = now - 10,
            ["exp"] = now + 3600,
        };
    }

    public string Token(string uid) => Token(Claims(uid));

    public string Token(Dictionary<string, object> claims) => Token(claims, new SigningCredentials(Key, SecurityAlgorithms.RsaSha256));

    public string Token(Dictionary<string, object> claims, SigningCredentials? signing) =>
        _handler.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = signing });

    /// <summary>Signs with a new key from now on, and publishes only that.</summary>
    public void Rotate() => Key = NewKey();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(_port));
        _app = builder.Build();
        _app.MapGet($"/{Project}/.well-known/openid-configuration", () => Results.Json(new { issuer = Authority, jwks_uri = $"{Authority}/jwks" }));
        _app.MapGet($"/{Project}/jwks", () => Results.Json(KeySet()));
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    private JsonObject KeySet()
    {
        var parameters = Key.Rsa.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = Key.KeyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            }),
        };
    }
}
