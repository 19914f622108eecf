using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Cortex.Testing;

namespace Cortex.Api.Tests.Support;

/// <summary>Sends webhooks as Nango does, and as others might.</summary>
internal static class NangoWebhook
{
    public const string Path = "/api/webhooks/nango";

    public static string Sync(string connectionId, string marker = "m") =>
        $$"""{"connectionId":"{{connectionId}}","from":"nango","model":"GmailEmail","modifiedAfter":"{{marker}}","providerConfigKey":"{{Seed.Integration}}","success":true,"type":"sync"}""";

    public static string Sign(byte[] body, string key) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), body));

    /// <summary>Sends a body under Nango's signature.</summary>
    public static Task<HttpJson.Reply> SendSignedAsync(this ApiProcess api, string body, params (string Name, string Value)[] headers)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return api.SendBytesAsync(bytes, [("X-Nango-Hmac-Sha256", Sign(bytes, ApiProcess.SigningKey)), .. headers]);
    }

    /// <summary>Sends bytes with just these headers.</summary>
    public static async Task<HttpJson.Reply> SendBytesAsync(this ApiProcess api, byte[] body, (string Name, string Value)[] headers, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = chunked;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await api.Anonymous.SendAsync(request);
        return new((int)response.StatusCode, response, await response.Content.ReadAsStringAsync());
    }
}
