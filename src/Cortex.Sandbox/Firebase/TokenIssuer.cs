using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cortex.Sandbox.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Cortex.Sandbox.Firebase;

/// <summary>Makes ID tokens as Firebase Authentication does, and publishes the key that they are checked with.</summary>
internal sealed class TokenIssuer : IDisposable
{
    private readonly RSA rsa = RSA.Create();
    private readonly RsaSecurityKey key;
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SandboxAddress address;
    private readonly SandboxOptions options;
    private readonly TimeProvider time;

    public TokenIssuer(SandboxKeys keys, SandboxAddress address, SandboxOptions options, TimeProvider time)
    {
        (this.address, this.options, this.time) = (address, options, time);
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(keys.TokenKey), out _);

        // The library caches signers by key id for the whole process; a second sandbox with the same keys would be handed this one's.
        key = new RsaSecurityKey(rsa) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
    }

    public string Issuer => $"{address.PublicUrl}/firebase/{options.FirebaseProjectId}";

    public string Issue(TokenRequest request)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var expires = now + request.ExpiresIn;

        // An expired token was issued as long before its end as any other.
        var issued = request.ExpiresIn > 0 ? now : expires - TokenRequest.UsualLifeSeconds;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Claims = Claims(request, issued, expires),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }

    public JsonObject Discovery() => new()
    {
        ["issuer"] = Issuer,
        ["jwks_uri"] = $"{Issuer}/jwks.json",
        ["response_types_supported"] = new JsonArray("id_token"),
        ["subject_types_supported"] = new JsonArray("public"),
        ["id_token_signing_alg_values_supported"] = new JsonArray(SecurityAlgorithms.RsaSha256),
    };

    public JsonObject KeySet()
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = SecurityAlgorithms.RsaSha256,
                ["kid"] = key.KeyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            }),
        };
    }

    public void Dispose() => rsa.Dispose();

    private Dictionary<string, object> Claims(TokenRequest request, long issued, long expires)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = options.FirebaseProjectId,
            ["auth_time"] = issued,
            ["user_id"] = request.Uid,
            ["sub"] = request.Uid,
            ["iat"] = issued,
            ["exp"] = expires,
        };
        if (request.Email is not { } email)
        {
            claims["provider_id"] = "anonymous";
            claims["firebase"] = JsonSerializer.SerializeToElement(new { identities = new { }, sign_in_provider = "anonymous" });
            return claims;
        }

        claims["email"] = email;
        claims["email_verified"] = true;
        claims["firebase"] = JsonSerializer.SerializeToElement(
            new { identities = new { email = new[] { email } }, sign_in_provider = "password" });
        return claims;
    }
}
